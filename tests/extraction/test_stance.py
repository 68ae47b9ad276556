"""Stance: asserted, denied, planned, feared, called for, or no happening at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from waqia.extraction.layers import Layers

Read = Callable[[str], Layers]


def _told(layers: Layers) -> list[tuple[str, str]]:
    """(type, stance) of every mention in the order of the text."""
    return [(m.type, m.stance.value) for s in layers.sentences for m in s.mentions]


CASES = [
    # negation and denial
    ("قال قائد اللواء إن قواته لم تقصف مدينة تعز", [("Shelling", "Denies")]),
    ("نفى الجيش العراقي قصف مدينة الموصل", [("Shelling", "Denies")]),
    ("نفى الجيش العراقي أن يكون قد قصف مدينة الموصل", [("Shelling", "Denies")]),
    ("أكد متحدث باسم الجيش أنه لم ينفذ أي هجوم على مدينة درنة", [("Attack", "Denies")]),
    ("قال مصدر أمني إنه لا صحة للأنباء عن انسحاب الجيش من مدينة حمص", [("Withdrawal", "Denies")]),
    ("قال المتحدث باسم الجيش إن الأنباء عن انسحاب قواته من حمص عارية عن الصحة", [("Withdrawal", "Denies")]),
    # a denied denial asserts
    ("نفى مصدر عسكري عدم انسحاب الجيش من مدينة حمص", [("Withdrawal", "Asserts")]),
    ("لم ينف الجيش قصف مدينة تعز", [("Shelling", "Asserts")]),
    # a detail is denied, the happening stands
    ("نفى مدير المستشفى سقوط قتلى في قصف مدينة تعز", [("Shelling", "Asserts")]),
    ("نفت حركة طالبان أي علاقة لها بالهجوم على السفارة الأمريكية في كابول", [("Attack", "Asserts")]),
    ("نفى قائد الجبهة هذه الاتهامات بعد هجوم على مدينة درنة", [("Attack", "Asserts")]),
    # what could not be prevented, or no longer means anything, is not denied
    ("لم تتمكن الشرطة من صد الهجوم على مدينة درنة", [("Attack", "Asserts")]),
    ("لم يعد للهدنة في مدينة تعز أي معنى", []),
    # plans that there are not
    ("ليس لدى الحكومة خطط لإرسال قوات إلى محافظة الأنبار", [("Deployment", "Denies")]),
    # a possibility is planned, one that is warned of is feared
    ("بحث القادة احتمال شن هجوم على مدينة درنة", [("Attack", "Plans")]),
    ("حذر القادة من احتمال شن هجوم على مدينة درنة", [("Attack", "Fears")]),
    ("قال المتحدث إنه لا نية للسيطرة على مدينة تعز", [("Capture", "Denies")]),
    # plans
    ("تتجه القوات للسيطرة على مدينة تعز", [("Capture", "Plans")]),
    ("ستتوجه القوات لتحرير مدينة تعز", [("Capture", "Plans")]),
    ("ستتواصل الجهود في أعقاب غارات على مدينة تعز", [("Airstrike", "Asserts")]),
    ("سيتم سحب القوات من مدينة تعز", [("Withdrawal", "Plans")]),
    ("سيلتقي وزير الخارجية نظيره الإيراني في مسقط", [("Talks", "Plans")]),
    ("ضبطت الشرطة سيارة معدة لتفجير سوق في مدينة كركوك", [("Bombing", "Plans")]),
    (
        "أوقفت الشرطة سبعة مسلحين في إطار حملة في تونس",
        [("Arrest", "Asserts"), ("Raid", "Asserts")],
    ),
    ("قتل جندي بعد محاولة الهجوم على مخفر في تعز", [("Killing", "Asserts"), ("Attack", "Asserts")]),
    ("تمكن المقاتلون من أسر ثلاثة جنود في مدينة تعز", [("Abduction", "Asserts")]),
    ("قتل جندي في هجمات مفترضة للمتمردين في مدينة تعز", [("Killing", "Asserts"), ("Attack", "Asserts")]),
    ("يتأهب المقاتلون لهجوم يستهدف مدينة تعز", [("Attack", "Plans"), ("Attack", "Plans")]),
    ("من المتوقع أن تكون الحركة مسؤولة عن الهجوم على مدينة تعز", [("Attack", "Asserts")]),
    ("تأهبت الشرطة تحسبا لهجمات على مدينة تعز", [("Attack", "Fears")]),
    ("يخشى أن تتعرض مدينة تعز لهجوم", [("Attack", "Fears")]),
    ("تعتزم وزارة الدفاع إرسال قوات إلى محافظة الأنبار", [("Deployment", "Plans")]),
    ("يستعد الجيش العراقي لاقتحام مدينة الفلوجة", [("Attack", "Plans")]),
    ("من المقرر أن يزور وزير الخارجية الروسي مدينة طهران", [("Talks", "Plans")]),
    ("كشفت الشرطة خطة لتفجير سوق في مدينة كركوك", [("Bombing", "Plans")]),
    ("سيقصف الجيش مدينة تعز", [("Shelling", "Plans")]),
    ("سوف يهاجم المسلحون قاعدة العند", [("Attack", "Plans")]),
    ("قد يهاجم المسلحون قاعدة العند", [("Attack", "Plans")]),
    ("يصل وزير الخارجية المصري إلى الخرطوم في 20 أغسطس 2015 في زيارة للسودان", [("Talks", "Plans")]),
    ("قال مسؤول إن جولة المفاوضات ستعقد في جنيف", [("Talks", "Plans")]),
    ("حذر خبراء من هجمات محتملة على مدينة بغداد", [("Attack", "Fears")]),
    ("خطط المسلحون للهجوم على مدينة تدمر", [("Attack", "Plans")]),
    ("تأجلت المحادثات بين الحكومة والمتمردين في جنيف", [("Talks", "Plans")]),
    ("ألغى وزير الخارجية الإيراني زيارة إلى أنقرة", [("Talks", "Denies")]),
    # foiled, failed, attempted
    ("أحبطت الشرطة مخططا لتفجير سوق في مدينة كركوك", [("Bombing", "Plans")]),
    ("أحبطت قوات الأمن محاولة اغتيال محافظ عدن", [("Assassination", "Plans")]),
    ("فشلت محاولة القوات الحكومية استعادة مدينة تعز", [("Attack", "Asserts")]),
    ("حاول المسلحون اقتحام مدينة سرت", [("Attack", "Asserts")]),
    # what is only an aim has not happened
    ("تقدم المقاتلون بهدف السيطرة على مدينة الرقة", [("Advance", "Asserts")]),
    ("يقاتل الجيش المسلحين للسيطرة على مدينة سرت", [("ArmedClash", "Asserts")]),
    ("قصف الجيش مدينة تعز تمهيدا لاقتحامها", [("Shelling", "Asserts")]),
    ("شن الجيش هجوما يستهدف استعادة مدينة سرت", [("Attack", "Asserts"), ("Attack", "Asserts")]),
    # threats and appeals, and what they are about
    ("هدد المسلحون بقصف مطار بغداد", [("Threat", "Asserts"), ("Shelling", "Plans")]),
    ("هدد المسلحون بالقتل", [("Threat", "Asserts")]),
    ("هدد المسلحون بقطع الهدنة في مدينة تعز", [("Threat", "Asserts")]),
    ("دعا المبعوث الأممي الحكومة إلى وقف القصف على مدينة تعز", [("Appeal", "Asserts")]),
    ("طالب النواب التحالف بقصف مواقع المسلحين", [("Appeal", "Asserts"), ("Shelling", "CallsFor")]),
    ("قال الرئيس الأمريكي إن بلاده سترد بقوة على الهجوم", [("Threat", "Asserts"), ("Attack", "Asserts")]),
    # conditions, questions, habits
    ("إذا هاجم الجيش المدينة فلن يبقى فيها أحد", []),
    ("لولا تدخل التحالف لسيطر المسلحون على مدينة عدن", []),
    ("كاد المسلحون يسيطرون على مدينة عدن", []),
    ("هل يقتحم الجيش مدينة الفلوجة؟", []),
    ("كيف اقتحم الجيش مدينة الفلوجة؟", [("Attack", "Asserts")]),
    ("كثيرا ما تندلع اشتباكات بين القبائل", []),
    ("قال القائد إن قواته جاهزة لصد أي هجوم على مدينة حمص", []),
    ("من شأن سيطرة المعارضة على حمص أن تقطع الطريق", []),
    ("انسحب المقاتلون من البلدة دون اشتباكات مع الجيش", [("Withdrawal", "Asserts")]),
    # a governor ends where another clause begins
    (
        "تعتزم الوزارة إرسال قوات إلى سنجار فيما قصف الجيش مدينة الموصل",
        [("Deployment", "Plans"), ("Shelling", "Asserts")],
    ),
    ("أحبطت الشرطة مخططا لتفجير سوق واعتقلت أربعة مسلحين", [("Bombing", "Plans"), ("Arrest", "Asserts")]),
    ("هاجم المسلحون القاعدة خلال 24 ساعة من الاشتباكات", [("Attack", "Asserts"), ("ArmedClash", "Asserts")]),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_stance(read: Read, text: str, told: list[tuple[str, str]]) -> None:
    assert _told(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "أعلن المتمردون أنهم سيطروا على مدينة تعز، لكن الجيش اليمني نفى ذلك",
        'قال الجيش اليمني: "يقول المتمردون إنهم سيطروا على مدينة تعز، وهذا كذب"',
    ],
)
def test_denying_what_was_said_contradicts_it(read: Read, text: str) -> None:
    assert _told(read(text)) == [("Capture", "Asserts"), ("Capture", "Denies")]


def test_denial_echo_has_its_own_source(read: Read) -> None:
    layers = read("أعلن المتمردون أنهم سيطروا على مدينة تعز، لكن الجيش اليمني نفى ذلك")
    sources = [m.speaker.source.text for s in layers.sentences for m in s.mentions if m.speaker]
    assert sources == ["المتمردون", "الجيش اليمني"]
