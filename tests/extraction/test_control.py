"""Who is understood to do what a verbal noun names: the subject or object of what governs it."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.templates import Role

UNDERSTOOD = [
    # the subject of the governing verb, also through a noun between
    ("تواصل قوات المعارضة التقدم في ريف حلب.", "Advance", {"قوات المعارضة"}),
    ("أعلنت المعارضة دخول بلدة سلمى، بالإضافة إلى السيطرة على مطار أبو الضهور.", "Capture", {"المعارضة"}),
    ("أعلنت المعارضة دخول سلمى، بالإظافة إلى السيطرة على مطار أبو الضهور.", "Capture", {"المعارضة"}),
    ("هاجمت المعارضة الجيش في سلمى. كما أعلنت الدخول إلى بلدة بنش.", "Advance", {"المعارضة"}),
    ("قام الجيش السوري بهجوم على معسكر في حمص.", "Attack", {"الجيش السوري"}),
    ("عاودت المدفعية التركية قصف مواقع المسلحين في عفرين.", "Shelling", {"المدفعية التركية"}),
    ("أعلن متحدث باسم الجيش اللبناني قصف مواقع المسلحين في عرسال.", "Shelling", {"الجيش اللبناني"}),
    ("قصف الجيش السوري داريا في محاولة للسيطرة عليها.", "Shelling", {"الجيش السوري"}),
    ("وصل وفد من حركة فتح إلى بيروت لإجراء محادثات مع حزب الله.", "Talks", {"حركة فتح"}),
    ("وقعت الحكومة السودانية اتفاقا مع المتمردين في الخرطوم.", "Agreement", {"الحكومة السودانية"}),
    # its object
    ("طالب النواب الحكومة بإرسال قوات إلى كركوك.", "Deployment", {"الحكومة"}),
    ("أجبر الجيش المتمردين على الانسحاب من بلدة الشدادي.", "Withdrawal", {"المتمردين"}),
    ("دعت نقابة المعلمين إلى اعتصام في صنعاء.", "Protest", {"نقابة المعلمين"}),
    ("الرئيس المصري يأمر بإرسال قوات إلى سيناء.", "Deployment", {"الرئيس المصري"}),
    # genitive and possessive of a governing noun
    ("انسحب المسلحون من إدلب بعد شن طيران النظام عشرين غارة جوية عليها.", "Airstrike", {"طيران النظام"}),
    ("أبلغت إيران الوسطاء نيتها الإفراج عن خمسين أسيرا.", "Release", {"إيران"}),
    ("ليس لدى إيران خطط لإرسال قوات إلى العراق.", "Deployment", {"إيران"}),
    # beside what happens
    ("سيطر الجيش العراقي على بيجي بعد مواجهات عنيفة.", "ArmedClash", {"الجيش العراقي"}),
    ("أعلنت المعارضة السيطرة على بلدة سلمى بعد معارك مع الجيش.", "ArmedClash", {"المعارضة"}),
    ("قال الوزير جون كيري بعد اجتماع مع سيرغي لافروف في موسكو إن الحل قريب.", "Talks", {"جون كيري"}),
]
NOT_UNDERSTOOD = [
    ("سيطر الجيش السوري على تدمر واستمر القصف على مدينة الرقة.", "Shelling"),
    ("أعلنت الشرطة مقتل خمسة جنود في هجوم في كركوك.", "Attack"),
    ("أعلنت الشرطة وقوع انفجار في كركوك.", "Bombing"),
    ("أعلنت المعارضة دخول سلمى، بالنظر إلى السيطرة على مطار أبو الضهور.", "Capture"),
    ("أعلنت المعارضة وقف القتال في سلمى بعد معارك مع الجيش.", "ArmedClash"),
    ("حاول المسلحون استغلال الهدنة في حمص.", "Ceasefire"),
    ("قال شاهد إن الجيش السوري سيقوم برد على هذا الهجوم في حمص.", "Attack"),
    ("قتل جندي بهجوم قام به مسلحون في حمص، مع محادثات في القاهرة.", "Talks"),
]


def agents(read: Read, text: str, type_: str) -> set[str]:
    found = read(text).templates
    assert found is not None
    claims = [c for e in found.events if e.type == type_ for c in e.claims]
    return {p.mention.text for c in claims for p in c.participants if p.role is Role.AGENT}


@pytest.mark.parametrize(("text", "type_", "expected"), UNDERSTOOD)
def test_understood_agents(read: Read, text: str, type_: str, expected: set[str]) -> None:
    assert agents(read, text, type_) == expected


@pytest.mark.parametrize(("text", "type_"), NOT_UNDERSTOOD)
def test_nobody_is_understood(read: Read, text: str, type_: str) -> None:
    assert agents(read, text, type_) == set()


def test_what_another_does_is_done_to_the_genitive(read: Read) -> None:
    text = "أعلن مقاتلون في سرت مبايعة تنظيم الدولة."
    found = read(text).templates
    assert found is not None
    claims = [c for e in found.events if e.type == "Agreement" for c in e.claims]
    told = {(p.role, p.mention.text) for c in claims for p in c.participants}
    assert told == {(Role.AGENT, "مقاتلون"), (Role.OBJECT, "تنظيم الدولة")}
