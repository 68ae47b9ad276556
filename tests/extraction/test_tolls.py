"""Which figures sentences give: outcome, bounds and the noun for who."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers
from waqia.extraction.templates import Figure

Told = tuple[str, int, int | None, str | None]


def figures(layers: Layers) -> list[Figure]:
    """All figures of a text in order."""
    return [f for s in layers.sentences for t in s.tolls for f in t.figures]


def told(layers: Layers) -> list[Told]:
    """Outcome, bounds and victims of all figures."""
    return [
        (f.outcome.value, f.minimum, f.maximum, f.victims.text if f.victims else None)
        for f in figures(layers)
    ]


VERBS: list[tuple[str, list[Told]]] = [
    ("قتل خمسة جنود في كمين.", [("killed", 5, 5, "جنود")]),
    ("قتل جندي في كمين قرب حلب.", [("killed", 1, 1, "جندي")]),
    ("قتل جنديان في كمين قرب حلب.", [("killed", 2, 2, "جنديان")]),
    ("أعلن الجيش مقتل شرطيين في كمين.", [("killed", 2, None, "شرطيين")]),
    ("أعلن الجيش مقتل مسلحين اثنين في كمين.", [("killed", 2, 2, "مسلحين")]),
    ("قالت الشرطة إن عشرين جنديا قتلوا في الهجوم.", [("killed", 20, 20, "جنديا")]),
    (
        "قالت الشرطة إن جنديين وحارسا قتلوا في الهجوم.",
        [("killed", 2, 2, "جنديين"), ("killed", 1, 1, "حارسا")],
    ),
    ("أصيب أكثر من 30 مدنيا في القصف.", [("injured", 30, None, "مدنيا")]),
    ("أعلن الجيش مقتل جنديين على الأقل في كمين.", [("killed", 2, None, "جنديين")]),
    # the noun of the figure before, a noun that no phrase is cut for
    ("قتل سبعة جنود وأصيب ثلاثة في كمين.", [("killed", 7, 7, "جنود"), ("injured", 3, 3, "جنود")]),
    ("قتل سبعة جنود وأصيب أربعة غيرهم في كمين.", [("killed", 7, 7, "جنود"), ("injured", 4, 4, "جنود")]),
    ("قتل سبعة جنود وأصيب العشرات في كمين.", [("killed", 7, 7, "جنود"), ("injured", 20, None, None)]),
    ("أدى القصف إلى مقتل 17 من المدعوين.", [("killed", 17, 17, "المدعوين")]),
    # the act in which they fell stands between
    ("قتل في القصف على البلدة طفلان.", [("killed", 2, 2, "طفلان")]),
    ("وقتل في الاشتباكات تسعة من عناصر الجيش.", [("killed", 9, 9, "عناصر الجيش")]),
    ("قتل انفجاران 14 مدنيا في البلدة.", [("killed", 14, 14, "مدنيا")]),
    ("قال الجيش إن مسلحا قتل وأصيب 12 جنديا.", [("killed", 1, 1, "مسلحا"), ("injured", 12, 12, "جنديا")]),
    ("أطلق الجنود النار على متظاهر ما أدى إلى مقتله.", [("killed", 1, 1, "متظاهر")]),
    ("راح ضحية الهجوم تسعة جنود.", [("killed", 9, 9, "جنود")]),
    # people by their country alone
    (
        "أسفر الهجوم عن مقتل نرويجي وإصابة سويسريين اثنين.",
        [("killed", 1, 1, "نرويجي"), ("injured", 2, 2, "سويسريين")],
    ),
    ("قتل نرويجي وسويسريان في الهجوم.", [("killed", 1, 1, "نرويجي"), ("killed", 2, 2, "سويسريان")]),
    (
        "قال الجيش إن قياديا في الحركة قتل مع مقاتلين اثنين آخرين في قصف.",
        [("killed", 1, 1, "قياديا في الحركة"), ("killed", 2, 2, "مقاتلين")],
    ),
    ("قال الجيش إن القائد أحد أربعة مسلحين قتلوا في غارة.", [("killed", 4, 4, "مسلحين")]),
    ("أدى القصف إلى مقتل جندي وإصابة 17 بجروح.", [("killed", 1, 1, "جندي"), ("injured", 17, 17, "جندي")]),
    (
        "أدى القصف إلى مقتل جندي وإصابة 17 يتعالجون في البلدة.",
        [("killed", 1, 1, "جندي"), ("injured", 17, 17, None)],
    ),
    ("أدى القصف إلى سقوط تسعة قتلى بين صفوف القوات الحكومية.", [("killed", 9, 9, "القوات الحكومية")]),
    ("ألقى الجنود القبض على 14 مسلحا في البلدة.", [("captured", 14, 14, "مسلحا")]),
    (
        "قال السكان إن 14 جنديا وتسعة من رجال القبائل سقطوا قتلى في الاشتباكات.",
        [("killed", 14, 14, "جنديا"), ("killed", 9, 9, "رجال القبائل")],
    ),
    ("سقط عشرات من الجنود بين قتيل وجريح في الكمين.", [("killed_or_injured", 20, None, "الجنود")]),
    ("أوقعت الغارات على المتمردين 14 قتيلا في صفوفهم.", [("killed", 14, 14, "المتمردين")]),
    (
        "اعتقلت الشرطة مسلحين، ووصل عدد الموقوفين إلى 26 شخصا.",
        [("captured", 2, None, "مسلحين"), ("captured", 26, 26, "شخصا")],
    ),
    ("عثر على جثث 12 مدنيا بعد القصف.", [("killed", 12, 12, "مدنيا")]),
    ("أسفرت الحملة الأمنية عن توقيف ثلاثين.", [("captured", 30, 30, None)]),
    ("بلغ عدد الأشخاص الذين اعتقلتهم الشرطة أمس 84 شخصا.", [("captured", 84, 84, "شخصا")]),
    ("أصاب الانفجار شرطيا بجروح.", [("injured", 1, 1, "شرطيا")]),
    ("قتل تسعة من مسلحي الحركة في الهجوم.", [("killed", 9, 9, "مسلحي الحركة")]),
    ("فقد 12 بحارا خلال المعارك.", [("missing", 12, 12, "بحارا")]),
    ("لقي ثلاثة جنود مصرعهم في كمين.", [("killed", 3, 3, "جنود")]),
    ("لقي ثلاثة جنود حتفهم في كمين.", [("killed", 3, 3, "جنود")]),
    ("أودى الهجوم بحياة 12 شخصا.", [("killed", 12, 12, "شخصا")]),
    ("شهدت البلدة قصفا راح ضحيته سبعة مدنيين.", [("killed", 7, 7, "مدنيين")]),
    ("تمكنت القوات من أسر 14 مسلحا.", [("captured", 14, 14, "مسلحا")]),
    ("اعتقلت الشرطة عشرة أشخاص في المدينة.", [("captured", 10, 10, "أشخاص")]),
    ("ألقت الشرطة القبض على عشرة أشخاص في المدينة.", [("captured", 10, 10, "أشخاص")]),
    ("أعلنت الهيئة تصفية رجال الأمن ستة مسلحين في البلدة.", [("killed", 6, 6, "مسلحين")]),
    ("تم القضاء على ستة مسلحين في البلدة.", [("killed", 6, 6, "مسلحين")]),
    ("جرى إجلاء قرابة 400 شخص من البلدة.", [("displaced", 400, 400, "شخص")]),
    (
        "استهدفت الغارة تجمعا لميليشيات الحوثي وأسفرت عن مقتل 12 منهم.",
        [("killed", 12, 12, "ميليشيات الحوثي")],
    ),
    ("قال الجيش إن مسلحين قتلوا اثنين من جنوده في تفجير.", [("killed", 2, 2, "جنوده")]),
    ("قتلت ناشطة من اليسار المتطرف في القصف.", [("killed", 1, 1, "ناشطة")]),
    ("قال التنظيم إن أحد عناصره فجر نفسه وقتل 12 جنديا.", [("killed", 12, 12, "جنديا")]),
    ("شنت الطائرات غارات على المسلحين وأوقعت في صفوفهم عشرين قتيلا.", [("killed", 20, 20, "المسلحين")]),
    ("أعلن الجيش مقتل الجنرال، رئيس الأركان السابق.", [("killed", 1, 1, "الجنرال، رئيس الأركان السابق")]),
    ("أوقفت الشرطة أحدهما قرب المبنى.", [("captured", 1, 1, None)]),
    ("اعتقلت الشرطة رجلا هدد بقتل السفير.", [("captured", 1, 1, "رجلا")]),
    (
        "أكد المكتب أن 11 شخصا قتلوا و32 أصيبوا في الهجوم.",
        [("killed", 11, 11, "شخصا"), ("injured", 32, 32, None)],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), VERBS)
def test_the_people_of_a_word_of_outcome(read: Read, sentence: str, expected: list[Told]) -> None:
    assert told(read(sentence)) == expected


NOUNS: list[tuple[str, list[Told]]] = [
    ("سقط عشرون قتيلا في الهجوم.", [("killed", 20, 20, None)]),
    ("أسفر الهجوم عن قتيلين وخمسة جرحى.", [("killed", 2, 2, None), ("injured", 5, 5, None)]),
    ("أوقع الهجوم قتيلا وجريحين.", [("injured", 2, 2, None)]),
    ("أسفر الهجوم عن سقوط قتيل وثلاثة جرحى.", [("killed", 1, 1, None), ("injured", 3, 3, None)]),
    ("سقط عشرات القتلى والجرحى في الهجوم.", [("killed_or_injured", 20, None, None)]),
    ("سقط أكثر من 50 قتيلا وجريحا في الهجوم.", [("killed_or_injured", 50, None, None)]),
    ("سقط ثلاثة قتلى وجريحان في الهجوم.", [("killed", 3, 3, None), ("injured", 2, 2, None)]),
    ("سقط عشرة قتلى من المدنيين في القصف.", [("killed", 10, 10, "المدنيين")]),
    ("سقط مئات القتلى في صفوف الجيش.", [("killed", 200, None, "الجيش")]),
    ("ارتفع عدد القتلى في الهجوم إلى 18 شخصا.", [("killed", 18, 18, "شخصا")]),
    ("قال المصدر إن 20 عنصرا من الحركة باتوا في عداد المفقودين.", [("missing", 20, 20, "عنصرا من الحركة")]),
    ("سقط قتلى وجرحى في الهجوم.", []),
    ("سقط جندي قتيلا في الهجوم.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), NOUNS)
def test_nouns_that_are_an_outcome(read: Read, sentence: str, expected: list[Told]) -> None:
    assert told(read(sentence)) == expected


JOINT: list[tuple[str, list[Told]]] = [
    ("أعلن الجيش مقتل وإصابة 70 مسلحا.", [("killed_or_injured", 70, 70, "مسلحا")]),
    ("قتل وأصيب 30 جنديا في الهجوم.", [("killed_or_injured", 30, 30, "جنديا")]),
    ("قتل أو أصيب 30 جنديا في الهجوم.", [("killed_or_injured", 30, 30, "جنديا")]),
    ("أعلن الجيش مقتل خمسة وإصابة سبعة.", [("killed", 5, 5, None), ("injured", 7, 7, None)]),
    (
        "قالت الشرطة إن خمسة جنود قتلوا وأصيب ثلاثة آخرون.",
        [("killed", 5, 5, "جنود"), ("injured", 3, 3, "جنود")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), JOINT)
def test_joint_figures_are_told_from_two(read: Read, sentence: str, expected: list[Told]) -> None:
    assert told(read(sentence)) == expected


NOBODY = [
    "أعلنت الشرطة مقتل جنود في الهجوم.",  # a plural says no number
    "أعلنت الشرطة مقتل المدنيين في الهجوم.",
    "أعلنت الشرطة مقتل عدد من المدنيين في الهجوم.",
    "أعلنت الشرطة القبض على المشتبه بهم.",  # many
    "أعلنت الشرطة مقتل عائلة في القصف.",  # more than one
    "جاء مقتله بعد أسبوع من الهجوم.",
    "تمت الصلاة على الجندي في البلدة بعد الهجوم.",  # "was held", not "dies"
    "أعلنت الشرطة القضاء على الفساد وأهله.",
    "ضبطت الشرطة عشرين مسدسا في المدينة.",
    "بعد الهجوم فقد بلغ عدد القادمين 474 مسافرا.",  # "has", not "lost"
    "أصيبت ثلاث سيارات في القصف.",
    "أدى القصف إلى إصابة عدد من السكان.",
    "طالب أقارب مفقودين بالكشف عن مصيرهم بعد القصف.",
    "أصيب القائد بذعر شديد بعد القصف.",
    "وجهت المحكمة إليه عشرات التهم منها القتل العمد.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_counts_nobody(read: Read, sentence: str) -> None:
    assert told(read(sentence)) == []


BESIDE: list[tuple[str, list[tuple[int, str | None, int | None, int | None]]]] = [
    ("قتل 20 مدنيا بينهم خمسة أطفال في القصف.", [(20, "مدنيا", None, None), (5, "أطفال", 0, None)]),
    ("قتل 20 مدنيا، من بينهم طفلان، في القصف.", [(20, "مدنيا", None, None), (2, "طفلان", 0, None)]),
    ("قتل 20 مدنيا بمن فيهم ثلاث نساء في القصف.", [(20, "مدنيا", None, None), (3, "نساء", 0, None)]),
    ("قتل 20 مدنيا، أربعة منهم أطفال، في القصف.", [(20, "مدنيا", None, None), (4, "أطفال", 0, None)]),
    ("قتل 20 مدنيا، أربعة منهم في المدرسة.", [(20, "مدنيا", None, None), (4, "مدنيا", 0, None)]),
    ("قتل ثلاثة قادة بالإضافة إلى 12 جنديا.", [(3, "قادة", None, None), (12, "جنديا", None, 0)]),
    ("قتل ثلاثة قادة إضافة إلى عشرات الجرحى.", [(3, "قادة", None, None), (20, None, None, None)]),
    ("قتل جنديان إلى جانب المهاجم في الاشتباك.", [(2, "جنديان", None, None), (1, "المهاجم", None, 0)]),
    ("قتل 20 مدنيا بينهم طفل على الأقل في القصف.", [(20, "مدنيا", None, None), (1, "طفل", 0, None)]),
    # the word of outcome said again, after another; of its own where nothing says that it adds
    (
        "أدى الانفجار إلى مقتل سبعة عمال بينهم فتى وإصابة ستة، فضلا عن مقتل سائقين اثنين.",
        [(7, "عمال", None, None), (1, "فتى", 0, None), (2, "سائقين", None, 0), (6, "عمال", None, None)],
    ),
    (
        "أدى الانفجار إلى مقتل سبعة عمال، ثم إلى مقتل سائقين اثنين.",
        [(7, "عمال", None, None), (2, "سائقين", None, None)],
    ),
    (
        "قال الجيش إن 90 شخصا بينهم 17 أجنبيا اعتقلوا أمس.",
        [(90, "شخصا", None, None), (17, "أجنبيا", 0, None)],
    ),
    ("نزح 900 شخص بينهم 300 شخص فروا إلى الحدود.", [(900, "شخص", None, None), (300, "شخص", 0, None)]),
    ("قتل 20 مدنيا معظمهم من النساء في القصف.", [(20, "مدنيا", None, None)]),
    ("قتل 20 مدنيا في هجوم نفذه مسلحون بينهم امرأتان.", [(20, "مدنيا", None, None)]),
]


@pytest.mark.parametrize(("sentence", "expected"), BESIDE)
def test_parts_and_additions(
    read: Read, sentence: str, expected: list[tuple[int, str | None, int | None, int | None]]
) -> None:
    found = figures(read(sentence))
    assert [
        (f.minimum, f.victims.text if f.victims else None, f.included_in, f.in_addition_to) for f in found
    ] == expected


def test_members_of_a_whole_told_before(read: Read) -> None:
    layers = read("قتل ثمانية مسلحين في الاشتباكات. وقالت اللجنة إن أحد القتلى هو سامي الحلبي.")
    tolls = [t for s in layers.sentences for t in s.tolls]
    assert [t.member for t in tolls] == [False, True]
    assert told(layers)[1] == ("killed", 1, 1, "سامي الحلبي")


def test_a_person_is_named_with_post_and_rank(read: Read) -> None:
    layers = read("أعلن الجيش مقتل قائد الشرطة العقيد سامي الحلبي في الهجوم.")
    figure = figures(layers)[0]
    assert figure.victims is not None
    assert figure.victims.text == "سامي الحلبي"
    assert figure.victims.rank == "العقيد"
    assert figure.victims.post == "قائد الشرطة"


def test_a_post_and_the_name_of_its_holder_are_one_person_in_spite_of_and(read: Read) -> None:
    joined = "قتل قائد شرطة المرور والعقيد سامي الحلبي في الهجوم."
    held = " وكان قائد شرطة المرور بإدلب العقيد سامي الحلبي قد عين أمس."
    one = figures(read(joined + held))
    assert [(f.minimum, f.victims.text, f.victims.post) for f in one if f.victims] == [
        (1, "سامي الحلبي", "قائد شرطة المرور")
    ]
    another = " وكان قائد شرطة المرور بإدلب العقيد رامي القاسم قد عين أمس."
    assert len(figures(read(joined))) == len(figures(read(joined + another))) == 2


def test_who_dies_of_wounds_is_one_of_the_dead(read: Read) -> None:
    layers = read("وأصيب ضابط في المواجهات وتوفي في المستشفى متأثرا بجروحه.")
    assert told(layers) == [("killed", 1, 1, "ضابط")]


def test_a_number_after_its_noun(read: Read) -> None:
    layers = read("أسفر الهجوم عن مقتل الانتحاريين الأربعة.")
    assert told(layers) == [("killed", 4, 4, "الانتحاريين الأربعة")]
