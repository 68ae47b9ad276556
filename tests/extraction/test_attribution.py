"""Who says which words, by sentences made for each rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from waqia.extraction.layers import Layers
from waqia.extraction.speakers import Speaker
from waqia.extraction.templates import Certainty, Role

Read = Callable[[str], Layers]


def speaker_at(layers: Layers, words: str) -> Speaker | None:
    """The speaker of the first of these words where they stand last in the text."""
    at = layers.text.text.rindex(words)
    word = next(w.i for w in layers.text.words if w.token.end > at)
    sentence = next(s for s in layers.sentences if s.sentence.first <= word < s.sentence.last)
    return sentence.attribution.speakers.get(word)


def source_at(layers: Layers, words: str) -> str | None:
    speaker = speaker_at(layers, words)
    return speaker.source.text if speaker is not None else None


SUBJECTS: list[tuple[str, str, str | None]] = [
    ("قالت وزارة الدفاع إن خمسة جنود قتلوا في كمين.", "قتلوا", "وزارة الدفاع"),
    ("أعلن مصدر طبي مقتل خمسة جنود في كمين.", "مقتل", "مصدر طبي"),
    ("وكان المستشفى امتلأ بالجرحى، لكن قائد الشرطة نفى سقوط قتلى.", "سقوط", "قائد الشرطة"),
    ("قال ضابط كبير إن وزارة الدفاع أكدت مقتل خمسة جنود.", "مقتل", "وزارة الدفاع"),
    ("أفاد في وقت لاحق مصدر أمني بأن خمسة جنود قتلوا.", "قتلوا", "مصدر أمني"),
    ("قالت اللجنة الأمنية، في بيان نشرته وكالات الأنباء، إن خمسة جنود قتلوا.", "قتلوا", "اللجنة الأمنية"),
    ("قال مسؤول أمني، طلب عدم ذكر اسمه، إن خمسة جنود قتلوا.", "قتلوا", "مسؤول أمني"),
    ("وذكر زعبوط أن خمسة جنود قتلوا.", "قتلوا", "زعبوط"),
    ("أكد متحدث باسم الجيش أن خمسة جنود قتلوا.", "قتلوا", "متحدث باسم الجيش"),
    ("وأضافت ردا على سؤال أن خمسة جنود قتلوا.", "قتلوا", None),
    ("قتلت مجموعة تابعة للجيش خمسة مسلحين.", "خمسة", None),
    ("تشهد المنطقة حركة تمرد منذ أن قتل الجيش زعيم القبيلة.", "قتل", None),
    ("قتل خمسة جنود إضافة إلى عشرات الجرحى.", "خمسة", None),
    ("لم تعلن الشرطة مقتل خمسة جنود.", "مقتل", None),
    ("نسبت هيئة الأركان الهجوم في حلب إلى المتمردين.", "الهجوم", "هيئة الأركان"),
    ("قتل خمسة جنود في الهجوم الذي نسب إلى المتمردين.", "نسب", None),
    ("وتقدر روسيا أن خمسة جنود قتلوا.", "قتلوا", "روسيا"),
    ("تابع الجيش عملياته التي قتل فيها خمسة مسلحين.", "قتل", None),
    ("وتابع المتحدث أن خمسة جنود قتلوا.", "قتلوا", "المتحدث"),
    ("أعلن التحالف الذي يقاتل المتمردين مقتل خمسة جنود.", "يقاتل", None),
    ("أعلن التحالف الذي يقاتل المتمردين مقتل خمسة جنود.", "مقتل", "التحالف"),
    ("قال المسؤول الذي طلب عدم كشف هويته إن خمسة جنود قتلوا.", "قتلوا", "المسؤول"),
    ("شنت الطائرات غارات في إطار ما وصفه مسؤولون بأنه رد على الهجوم.", "الهجوم", None),
]


@pytest.mark.parametrize(("text", "words", "source"), SUBJECTS)
def test_the_subject_of_a_saying_is_who_may_speak(
    read: Read, text: str, words: str, source: str | None
) -> None:
    assert source_at(read(text), words) == source


POSTPOSED: list[tuple[str, str, str | None]] = [
    ("قتل خمسة جنود في كمين، بحسب مصدر طبي.", "كمين", "مصدر طبي"),
    ("قتل خمسة جنود في كمين، وفق ما أعلنت وزارة الدفاع.", "كمين", "وزارة الدفاع"),
    ("قتل خمسة جنود في كمين، كما أعلنت وزارة الدفاع.", "كمين", "وزارة الدفاع"),
    ("قتل خمسة جنود في كمين، على ما أفاد ضابط كبير.", "كمين", "ضابط كبير"),
    ("قتل خمسة جنود في كمين، حسب بلاغ لوزارة الداخلية.", "كمين", "وزارة الداخلية"),
    ("قتل جندي في كمين، وفق مصدر طبي، وأصيب آخر في انفجار، وفق مصدر أمني.", "كمين", "مصدر طبي"),
    ("قتل جندي في كمين، وفق مصدر طبي، وأصيب آخر في انفجار، وفق مصدر أمني.", "انفجار", "مصدر أمني"),
    ("وبحسب مصدر طبي، قتل خمسة جنود في كمين.", "كمين", "مصدر طبي"),
    ("قتل خمسة جنود في كمين، على ما ذكرته وكالة الأناضول.", "كمين", "وكالة الأناضول"),
    ("قتل خمسة جنود في كمين، وفق وكالة الأناضول نقلا عن شهود.", "كمين", "شهود"),
    ("ذكرت وكالة الأناضول نقلا عن شهود أن خمسة جنود قتلوا.", "قتلوا", "شهود"),
    ("قال قائد الشرطة إن جنديا قتل في كمين، بحسب قوله.", "كمين", "قائد الشرطة"),
    ("قتل خمسة جنود ليس في كمين فحسب، بل في انفجار.", "كمين", None),
]


@pytest.mark.parametrize(("text", "words", "source"), POSTPOSED)
def test_according_to(read: Read, text: str, words: str, source: str | None) -> None:
    assert source_at(read(text), words) == source


NAMES: list[tuple[str, str, str]] = [
    ("قال مسؤول الإعلام في المحافظة، سامي الزعبي، إن خمسة جنود قتلوا.", "قتلوا", "سامي الزعبي"),
    ("وقال شاهد عيان يدعى سامي كنعان إن خمسة جنود قتلوا.", "قتلوا", "سامي كنعان"),
    ("قال العقيد سامي الزعبوط إن خمسة جنود قتلوا.", "قتلوا", "سامي الزعبوط"),
    ("قال العقيد سامي الزعبوط إن جنديا قتل.\nوأوضح الزعبوط أن آخر أصيب.", "أصيب", "سامي الزعبوط"),
    ("ذكرت وسائل إعلام محلية أن خمسة جنود قتلوا.", "قتلوا", "وسائل إعلام محلية"),
    ("قال مصدر محلي لوكالة فرانس برس إن خمسة جنود قتلوا.", "قتلوا", "مصدر محلي"),
    ("قال أحد المتظاهرين في الساحة إن خمسة جنود قتلوا.", "قتلوا", "أحد المتظاهرين"),
    ("قال مصدر طبي إن جنديا قتل.\nوأضاف المصدر أن آخر أصيب.", "أصيب", "مصدر طبي"),
    ("قال مصدر طبي إن جنديا قتل.\nوأصيب آخر، بحسب المصدر نفسه.", "أصيب", "مصدر طبي"),
    ("قالت لجنة الإنقاذ المحلية إن جنديا قتل.\nوأكدت اللجنة أن آخر أصيب.", "أصيب", "لجنة الإنقاذ المحلية"),
    (
        "قالت وزارة الداخلية العراقية إن جنديا قتل.\nوذكر البيان أن آخر أصيب.",
        "أصيب",
        "وزارة الداخلية العراقية",
    ),
    ("جاء في بيان نشرته هيئة تحرير الشام أن خمسة جنود قتلوا.", "قتلوا", "هيئة تحرير الشام"),
    ("لوحت حركة الشباب بإعدام رهينة، بحسب تسجيل صوتي منسوب إليها.", "إعدام", "حركة الشباب"),
    ("قالت وزارة الدفاع إن جنديا قتل.\nونقلت عنها رويترز أن آخر أصيب.", "أصيب", "وزارة الدفاع"),
    ("قال قائد الشرطة خلال لقائه، أمس، سامي كنعان إن خمسة جنود قتلوا.", "قتلوا", "قائد الشرطة"),
    ("قال الأمين العام للأمم المتحدة بان كي مون إن خمسة جنود قتلوا.", "قتلوا", "بان كي مون"),
]


@pytest.mark.parametrize(("text", "words", "source"), NAMES)
def test_the_source_is_called_by_its_own_name(read: Read, text: str, words: str, source: str) -> None:
    assert source_at(read(text), words) == source


LASTING: list[tuple[str, str, str | None]] = [
    ("قال مصدر طبي إن جنديا قتل. وأصيب خمسة آخرون.", "أصيب", "مصدر طبي"),
    ("قال مصدر طبي إن جنديا قتل.\nوأصيب خمسة آخرون.", "أصيب", None),
    ("قال مصدر طبي إن جنديا قتل.\nوأضاف أن خمسة أصيبوا.", "أصيبوا", "مصدر طبي"),
    ("قال مصدر طبي إن جنديا قتل، مشيرا إلى أن خمسة أصيبوا.", "أصيبوا", "مصدر طبي"),
    ("قال مصدر طبي إن جنديا قتل. من جهة أخرى، أصيب خمسة.", "أصيب", None),
    ("قال مصدر طبي إن جنديا قتل. وكانت القوات قد شنت غارة قبل شهر.", "شنت", None),
    ("قال مصدر طبي إن جنديا قتل. وتسيطر القوات على البلدة منذ شهر.", "تسيطر", None),
    ("قال مصدر طبي إن جنديا قتل. والبلدة محاصرة منذ شهر.", "محاصرة", None),
    ("قال مصدر طبي إن جنديا قتل في البلدة، التي قصفها الجيش الشهر الماضي.", "قصفها", None),
    ("قال مصدر طبي إن المهاجم الذي قتل خمسة جنود فر.", "قتل", "مصدر طبي"),
    ("قال مصدر طبي إن جنديا قتل، بينما أصيب خمسة.", "أصيب", "مصدر طبي"),
    ("قال مصدر طبي إن جنديا قتل، فيما تواصل القوات هجومها.", "هجومها", None),
    ("قال مصدر طبي إن جنديا قتل، فيما تحدث مصدر أمني عن خمسة قتلى.", "خمسة", "مصدر أمني"),
    ("قال الوزير بعد اجتماعه مع نظيره التركي إن جنديا قتل.", "اجتماعه", None),
    ("وقال زعيم الحركة «قتلنا خمسة جنود في البلدة» التي قصفها الجيش.", "قصفها", None),
    ("وقال زعيم الحركة: «دخلنا البلدة. قتلنا خمسة جنود».", "قتلنا", "زعيم الحركة"),
    ("وقال زعيم الحركة: «دخلنا البلدة». وقتل خمسة جنود في كمين.", "قتل", None),
    ("وقال زعيم الحركة: «دخلنا البلدة». وأضاف أن خمسة جنود قتلوا.", "قتلوا", "زعيم الحركة"),
    ("وقال زعيم الحركة إنهم «دخلوا البلدة». وقتل خمسة جنود في كمين.", "قتل", "زعيم الحركة"),
    ("قال مصدر طبي إن جنديا قتل. وتفيد الأنباء الواردة بأن آخر أصيب.", "أصيب", None),
    ("قال مصدر طبي إن جنديا قتل. وكانت التحقيقات كشفت أن آخر أصيب.", "أصيب", None),
    ("قال مصدر طبي إن جنديا قتل. وأضاف الخميس أن آخر أصيب.", "أصيب", "مصدر طبي"),
    ("قال مصدر طبي إن جنديا قتل. كانت البلدة هادئة حين أصيب آخر.", "أصيب", None),
    ("قال مصدر طبي إن جنديا قتل. وقتل خمسة في البلدة قبل أعوام.", "قتل", None),
    ('ونقلت قناة "صدى البحر" عن مصدر طبي أن جنديا قتل. وأصيب آخر.', "أصيب", "مصدر طبي"),
]


@pytest.mark.parametrize(("text", "words", "source"), LASTING)
def test_attribution_lasts_until_the_article_itself_speaks(
    read: Read, text: str, words: str, source: str | None
) -> None:
    assert source_at(read(text), words) == source


def test_a_relay_is_not_the_source(read: Read) -> None:
    speaker = speaker_at(read("نقلت وكالة رويترز عن مصدر طبي قوله إن خمسة جنود قتلوا."), "قتلوا")
    assert speaker is not None
    assert speaker.source.text == "مصدر طبي"
    assert speaker.relay is not None
    assert speaker.relay.text == "وكالة رويترز"


def test_a_medium_that_quotes_a_source_before_its_words_relays(read: Read) -> None:
    speaker = speaker_at(read("قال التلفزيون الرسمي السوري نقلا عن مصدر طبي إن خمسة جنود قتلوا."), "قتلوا")
    assert speaker is not None
    assert speaker.source.text == "مصدر طبي"
    assert speaker.relay is not None


def test_a_medium_that_is_named_first_relays(read: Read) -> None:
    speaker = speaker_at(read("ووفقا لوكالة رويترز، فقد أكدت مصادر أمنية أن خمسة جنود قتلوا."), "قتلوا")
    assert speaker is not None
    assert speaker.source.text == "مصادر أمنية"
    assert speaker.relay is not None


def test_a_medium_alone_is_the_source(read: Read) -> None:
    assert source_at(read("نقلت وكالة رويترز أن خمسة جنود قتلوا."), "قتلوا") == "وكالة رويترز"


def test_a_platform_is_the_channel(read: Read) -> None:
    speaker = speaker_at(read("قالت هيئة تحرير الشام على تطبيق تلغرام إن خمسة جنود قتلوا."), "قتلوا")
    assert speaker is not None
    assert speaker.channel is not None


def test_those_who_speak_together_are_all_kept(read: Read) -> None:
    speaker = speaker_at(read("أكد مسؤولون وشهود عيان أن خمسة جنود قتلوا."), "قتلوا")
    assert speaker is not None
    assert [m.text for m in (speaker.source, *speaker.others)] == ["مسؤولون", "شهود عيان"]


APPEALS: list[tuple[str, str, str | None]] = [
    ("هددت حركة طالبان بقصف مدينة قندهار.", "قصف", "حركة طالبان"),
    ("دعا مبعوث أممي الأطراف إلى توقيع الاتفاق.", "توقيع", "مبعوث أممي"),
    ("لم تهدد حركة طالبان بقصف مدينة قندهار.", "قصف", None),
]


@pytest.mark.parametrize(("text", "words", "source"), APPEALS)
def test_who_threatens_or_calls_speaks(read: Read, text: str, words: str, source: str | None) -> None:
    assert source_at(read(text), words) == source


def roles(layers: Layers, role: Role) -> set[str]:
    return {
        p.mention.text for s in layers.sentences for m in s.mentions for r, p in m.participants if r is role
    }


CLAIMS: list[tuple[str, set[str]]] = [
    ("أعلنت حركة طالبان مسؤوليتها عن تفجير في كابول.", {"حركة طالبان"}),
    ("تبنى التفجير في كابول تنظيم داعش.", {"تنظيم داعش"}),
    ("استهدف تفجير تبنته حركة طالبان مدينة كابول.", {"حركة طالبان"}),
    ("أعلنت حركة طالبان تنفيذ تفجير في كابول.", {"حركة طالبان"}),
    ("أعلنت حركة طالبان أن تفجيرا استهدف مدينة كابول.", set()),
    ("لم تتبن حركة طالبان التفجير في كابول.", set()),
]


@pytest.mark.parametrize(("text", "claimers"), CLAIMS)
def test_who_claims_is_no_source_of_what_happened(read: Read, text: str, claimers: set[str]) -> None:
    layers = read(text)
    assert roles(layers, Role.CLAIMED_BY) == claimers
    if claimers:
        assert source_at(layers, "تفجير") is None


ACCUSED: list[tuple[str, set[str]]] = [
    ("اتهم ناشطون وحدات حماية الشعب بإحراق منازل في الحسكة.", {"وحدات حماية الشعب"}),
    ("حملت وزارة الداخلية العراقية تنظيم داعش مسؤولية تفجير في بغداد.", {"تنظيم داعش"}),
    ("حمل المسؤول تنظيم داعش مسؤولية تفجير في بغداد.", {"تنظيم داعش"}),
    ("قتل جندي في هجوم شنه مسلحون يشتبه في انتمائهم إلى تنظيم داعش قرب بغداد.", {"تنظيم داعش"}),
    ("أوقفت الشرطة رجلين يشتبه في مشاركتهما في خطف سائق في بغداد.", {"رجلين"}),
    ("أوقفت الشرطة رجلين يشتبه في انتمائهما إلى تنظيم داعش في بغداد.", set()),
    ("أكد ناشطون أن وحدات حماية الشعب أحرقت منازل في الحسكة.", set()),
]


@pytest.mark.parametrize(("text", "accused"), ACCUSED)
def test_the_accused_is_no_perpetrator(read: Read, text: str, accused: set[str]) -> None:
    layers = read(text)
    assert roles(layers, Role.ACCUSED) == accused
    assert not accused & roles(layers, Role.AGENT)


CERTAIN: list[tuple[str, Certainty]] = [
    ("قالت الشرطة إن تفجيرا استهدف مدينة كابول.", Certainty.STATED),
    ("زعمت حركة طالبان أن تفجيرا استهدف مدينة كابول.", Certainty.ALLEGED),
    ("ترددت أنباء عن تفجير استهدف مدينة كابول.", Certainty.UNCONFIRMED),
    ("قالت الحركة إن تفجيرا استهدف مدينة كابول، ولم يتسن التحقق من ذلك.", Certainty.UNCONFIRMED),
    ("قالت الحركة إن تفجيرا استهدف مدينة كابول.\nولم يتسن التأكد من صحة الخبر.", Certainty.UNCONFIRMED),
]


@pytest.mark.parametrize(("text", "certainty"), CERTAIN)
def test_how_sure_a_report_is(read: Read, text: str, certainty: Certainty) -> None:
    mentions = [m for s in read(text).sentences for m in s.mentions]
    assert {m.certainty for m in mentions} == {certainty}
