"""Who does what to whom in a sentence, by its syntax."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.templates import Role

AGENTS_AND_OBJECTS = [
    # verbs: subject, object, passive
    ("هاجم مسلحو داعش ثكنة في كركوك.", "Attack", {"مسلحو داعش"}, {"ثكنة"}),
    ("استهدف هجوم مركزا حكوميا في كركوك.", "Attack", set(), {"مركزا حكوميا"}),
    ("في كركوك هجوم شنه مسلحون واستهدف دورية.", "Attack", {"مسلحون"}, {"دورية"}),
    ("أطلق مسلحون قذائف على سيارة تابعة للجيش في كركوك.", "Shelling", {"مسلحون"}, {"سيارة تابعة للجيش"}),
    # nouns: genitive, who threatens or succeeds, who laid what went off
    ("تمكنت القوات من طرد المسلحين من بلدة الشدادي.", "Capture", {"القوات"}, {"المسلحين"}),
    ("هدد تنظيم الدولة بقصف مطار دمشق الدولي.", "Shelling", {"تنظيم الدولة"}, {"مطار دمشق الدولي"}),
    ("أكد الناطق نجاح قوات البيشمركة في الدخول إلى سنجار.", "Advance", {"قوات البيشمركة"}, set()),
    ("انفجرت ألغام زرعها مسلحو داعش في كركوك.", "LandmineExplosion", {"مسلحو داعش"}, set()),
    ("في كركوك قصف من مواقع قوات النظام على البلدة.", "Shelling", {"قوات النظام"}, set()),
    # a participle acts on what follows it
    ("دعت المعارضة إلى إضراب داعية القوات الحكومية للانشقاق.", "Appeal", {"المعارضة"}, {"القوات الحكومية"}),
    # an ambush has who laid it and who fell into it
    ("وقعت دورية في كمين نصبه مسلحون في كركوك.", "Ambush", {"مسلحون"}, {"دورية"}),
    # a verb goes on with who acted before it, unless they cannot be meant
    ("قتلت الشرطة خمسة مسلحين بايعوا تنظيم الدولة في كركوك.", "Agreement", {"مسلحين"}, {"تنظيم الدولة"}),
    ("انسحب الجيش السوري بعد أن سيطر على تدمر.", "Capture", {"الجيش السوري"}, set()),
    # clashes
    (
        "اندلعت معارك بين الجيش السوري وتنظيم الدولة في تدمر.",
        "ArmedClash",
        {"الجيش السوري"},
        {"تنظيم الدولة"},
    ),
    (
        "جرت صدامات في كركوك استمرت ساعات بين الشرطة ومسلحين.",
        "ArmedClash",
        {"الشرطة"},
        {"مسلحين"},
    ),
    (
        "سيطر الجيش السوري على تدمر بعد معارك مع تنظيم الدولة.",
        "ArmedClash",
        {"الجيش السوري"},
        {"تنظيم الدولة"},
    ),
    (
        "حذرت بعثة أممية من تجدد القتال بين الجيش السوري وتنظيم الدولة.",
        "ArmedClash",
        {"الجيش السوري"},
        {"تنظيم الدولة"},
    ),
    # control
    ("باتت السويداء خارج سيطرة الحكومة السورية.", "Capture", set(), {"الحكومة السورية"}),
    ("خرجت مدينة الرقة عن سيطرة قوات النظام.", "Capture", set(), {"قوات النظام"}),
]


def participants(read: Read, text: str, type_: str, role: Role) -> set[str]:
    found = read(text).templates
    assert found is not None
    events = [e for e in found.events if e.type == type_]
    assert events, [e.type for e in found.events]
    return {p.mention.text for e in events for c in e.claims for p in c.participants if p.role is role}


@pytest.mark.parametrize(("text", "type_", "agents", "objects"), AGENTS_AND_OBJECTS)
def test_agents_and_objects(read: Read, text: str, type_: str, agents: set[str], objects: set[str]) -> None:
    assert participants(read, text, type_, Role.AGENT) == agents
    assert participants(read, text, type_, Role.OBJECT) == objects


THEIRS = [
    ("قتل عشرة مسلحين في غارات التحالف على مواقع لهم بمأرب.", {"مسلحين"}),
    ("قتل 25 حوثيا في غارات التحالف على مواقعهم. الحوثيون لم يعلقوا.", {"الحوثيون"}),
    ("استهدفت غارات التحالف مواقع لداعش في الرقة.", {"داعش"}),
    ("شنت الطائرات غارات على مواقع لها في الرقة.", {"مواقع"}),
]


@pytest.mark.parametrize(("text", "objects"), THEIRS)
def test_positions_stand_for_their_owners(read: Read, text: str, objects: set[str]) -> None:
    assert participants(read, text, "Airstrike", Role.OBJECT) == objects


def test_nobody_is_on_both_sides(read: Read) -> None:
    text = "قصف الجيش السوري مواقع المسلحين في دوما وقتل جندي من الجيش السوري."
    assert participants(read, text, "Shelling", Role.OBJECT) == {"مواقع المسلحين"}


def test_capital_acts_for_its_government(read: Read) -> None:
    text = "تتواصل الحملة الجوية التي أطلقتها أنقرة ضد حزب العمال الكردستاني."
    assert participants(read, text, "Airstrike", Role.AGENT) == {"أنقرة"}


def test_control_under_which_a_place_is(read: Read) -> None:
    (sentence,) = read("القاعدة تقع تحت سيطرة الميليشيات المتمردة في لحج.").sentences
    assert [p.mention.text for s in sentence.slots.values() for p in s.agents] == ["الميليشيات المتمردة"]


ASIDE = [
    # two adjectives are two sides; a state is a side after "مع"
    ("اتفاق مصري بريطاني على الانسحاب من السويس.", "Agreement", {"مصري"}, {"بريطاني"}),
    ("اتفقت تركيا مع إيران على وقف القتال في إدلب.", "Agreement", {"تركيا"}, {"إيران"}),
    # who had the place; what was struck from inside
    ("استعادت القوات بلدة الشدادي من أيدي المسلحين.", "Capture", {"القوات"}, {"المسلحين"}),
    ("وقع تفجير انتحاري في مقهى في بعقوبة.", "SuicideBombing", set(), {"مقهى"}),
    # the verb's number and gender, "who", a pronoun
    ("أكد الناطق أن الجيش السوري هو من قصف السوق في دوما.", "Shelling", {"الجيش السوري"}, {"السوق"}),
    ("هدد تنظيم الدولة بإعدام مهندس خطفه في سرت.", "Threat", {"تنظيم الدولة"}, {"مهندس"}),
    ("يخشى المسلح مطاردته من قبل القوات البريطانية في العراق.", "Raid", {"القوات البريطانية"}, {"المسلح"}),
    # a place is taken from those whom the side fights elsewhere
    (
        "سيطر الجيش السوري على تدمر. ويقاتل الجيش السوري تنظيم الدولة.",
        "Capture",
        {"الجيش السوري"},
        {"تنظيم الدولة"},
    ),
]


@pytest.mark.parametrize(("text", "type_", "agents", "objects"), ASIDE)
def test_agents_and_objects_by_agreement(
    read: Read, text: str, type_: str, agents: set[str], objects: set[str]
) -> None:
    assert participants(read, text, type_, Role.AGENT) == agents
    assert participants(read, text, type_, Role.OBJECT) == objects


def test_nobody_acts_who_is_only_told_of_before(read: Read) -> None:
    text = "أصدر الرئيس قرارا بفرض حظر التجول عقب وقوع هجوم على ثكنة في سيناء."
    assert participants(read, text, "Attack", Role.AGENT) == set()
