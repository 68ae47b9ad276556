"""Triggers and their types: what happened, as finely as the words around it say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from waqia.extraction.layers import Layers

Read = Callable[[str], Layers]


def _types(layers: Layers) -> list[str]:
    return [m.type for s in layers.sentences for m in s.mentions]


FOUND = [
    # means and manner make the type finer
    ("قصفت طائرات التحالف مدينة تعز", ["Airstrike"]),
    ("قصف الجيش بالمدفعية مدينة تعز", ["Shelling"]),
    ("شن المسلحون هجوما انتحاريا على معسكر للجيش", ["SuicideBombing"]),
    ("شن المسلحون هجوما بسيارة مفخخة على معسكر للجيش", ["CarBombing"]),
    ("فجر انتحاري نفسه أمام مسجد في بغداد", ["SuicideBombing"]),
    ("انفجرت عبوة ناسفة في سوق ببغداد", ["Bombing"]),
    ("أطلق مسلحون النار على دورية للشرطة", ["Shooting"]),
    ("تبادل الجيش والمسلحون إطلاق النار في سرت", ["ArmedClash"]),
    ("أسقط المسلحون طائرة للجيش", ["Attack"]),
    # territory
    ("سيطر المقاتلون على مدينة تدمر", ["Capture"]),
    ("يسيطر المقاتلون على مدينة تدمر", ["Control"]),
    ("باتت مدينة تدمر تحت سيطرة الجيش", ["Capture"]),
    ("سقطت المدينة في أيدي المتمردين", ["Capture"]),
    ("وصلت قوات المعارضة إلى مشارف مدينة حمص", ["Advance"]),
    ("فرض الجيش حصارا على مدينة تعز", ["Siege"]),
    ("أعلنت المعارضة الدخول إلى بلدة تلبيسة", ["Advance"]),
    ("توقع مراقبون وصول الفصائل المسلحة إلى مدينة حماة", ["Advance"]),
    # who flees decides what flight is
    ("فر مئات المدنيين من مدينة حمص", ["Displacement"]),
    ("فر عشرات السجناء من سجن تعز", ["PrisonBreak"]),
    ("وصلت مئات العائلات إلى عدن خوفا من المعارك", ["Displacement"]),
    # a breach that somebody made
    ("وقع خرق لداعش في كركوك", ["Attack"]),
    # law
    ("ألقت الشرطة القبض على أربعة مسلحين", ["Arrest"]),
    ("قضت محكمة عسكرية بالسجن على خمسة ضباط", ["Trial"]),
    ("قال الناطق إن خمسة رجال اعتقلوا في سرت", ["Arrest"]),
    ("فككت أجهزة الأمن خلية لتنظيم داعش", ["Arrest"]),
    ("أفرج المسلحون عن ثلاثة جنود", ["Release"]),
    # movement
    ("أرسلت إيران مستشارين إلى سوريا", ["Deployment"]),
    ("أرسلت إيران صواريخ إلى سوريا", ["ArmsTransfer"]),
    ("وصلت تعزيزات عسكرية إلى مدينة عدن", ["Deployment"]),
    # politics
    ("أجرى وزير الخارجية الروسي اتصالا هاتفيا مع نظيره الأمريكي", ["Talks"]),
    ("نظم الطلاب مسيرة في صنعاء", ["Protest"]),
    ("بايع المقاتلون تنظيم الدولة الإسلامية", ["Agreement"]),
    ("وجهت المعارضة نداء إلى الجنود", ["Appeal"]),
    ("تجاهل الجيش مناشدات السكان بفتح الطريق", ["Appeal"]),
    ("قالت الجماعة متوعدة بقصف مدينة عدن", ["Threat", "Shelling"]),
    ("قال الأمين العام إن الهجوم لن يمر دون عقاب", ["Attack", "Threat"]),
]
NOTHING = [
    # words inside names and places
    "قال وزير الحرب في مؤتمر صحافي",
    "وقف الجنود عند نقطة تفتيش",
    # adverbs written like verbs
    "وصل الوفد فجرا ثم غادر لاحقا",
    # relative clauses of holding
    "يعيش السكان في مناطق خاضعة لسيطرة الجيش",
    "قال السكان في البلدة التي يسيطر عليها الجيش إنهم بخير",
    "يعيش السكان في مناطق سيطرة الجيش",
    # an interview is no talks, a statement put out no deployment
    "قال الوزير في لقاء صحفي مع القناة إنه متفائل",
    "ذكر بيان نشرته الجماعة على موقعها",
    # stopping is no arrest, clearing a road of mines no taking
    "توقف الموكب عند مدخل المدينة",
    "بدأ الخبراء تطهير الطريق من الألغام",
    # accidents
    # fighting that nobody and nowhere is told of
    "قال الناطق إنهما قاتلا ببسالة",
    # soldiers are no refugees, the breach of a truce is no attack
    "وصل الجنود إلى عدن خوفا من المطر",
    "رصدت اللجنة خرقا للهدنة في تعز من جانب الحوثيين",
    "قتل خمسة أشخاص في تحطم طائرة قرب المدينة",
    "وقع انفجار أسطوانة غاز في منزل",
    # operations and campaigns that are none
    "بدأت عملية شراء القمح",
    "أطلقت الوزارة حملة تبرعات",
    # threats and appeals that nobody makes
    "يمثل الفقر تهديدات كبيرة",
    # the same letters with another meaning
    "دخل القانون حيز التنفيذ",
    "شكر السكان القيادة على ما تقدمه من خدمات",
    "هاجم الوزير السابق خصومه",
    "يقتل المسلحون الأبرياء باسم الدين",
    "دعا الخطيب الله أن يحفظ البلاد",
    # similar attacks of which nothing is told
    "قال الباحث إنه سمع عن هجمات مماثلة",
]


@pytest.mark.parametrize(("text", "types"), FOUND)
def test_type(read: Read, text: str, types: list[str]) -> None:
    assert _types(read(text)) == types


@pytest.mark.parametrize("text", NOTHING)
def test_no_happening(read: Read, text: str) -> None:
    assert _types(read(text)) == []
