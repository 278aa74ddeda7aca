"""`bukti-<kerangka>.csv`: what a plan can show for each indicator of a national frame; no level and no score."""

from collections.abc import Iterator

from generator.data.column import FileColumn, cells
from generator.data.comma_separated import Value
from generator.data.listed import BETWEEN
from generator.data.whose import OWN, own
from generator.locale import language
from generator.model.value_type import ValueType
from generator.pages.plan.dossier import Dossier
from generator.views.evidence import FrameEvidence

COLUMNS: tuple[FileColumn, ...] = (
    *OWN,
    FileColumn("indikator", "Indikator", "Pengenal kerangka, garis miring, nomor.", ValueType.TEXT),
    FileColumn("nama_indikator", "Nama indikator", "Nama resminya.", ValueType.TEXT),
    FileColumn("bobot", "Bobot", "Bobot dalam persen.", ValueType.NUMBER),
    FileColumn("keadaan", "Keadaan", "Belum ada kegiatan, ada kegiatan, atau ada bukti; tanpa nilai.", ValueType.TEXT),
    FileColumn("kegiatan", "Kegiatan", "Id kegiatan yang menaikkannya.", ValueType.REFERENCE, many=True),
    FileColumn("bukti", "Bukti", "Alamat bukti, yang dipisahkan titik koma.", ValueType.LINK, many=True),
    FileColumn("peraturan", "Peraturan", "Id peraturan yang diperlukan.", ValueType.REFERENCE, many=True),
)


def evidence_rows(dossier: Dossier, frame: FrameEvidence) -> Iterator[tuple[Value, ...]]:
    """One row an indicator, in the order of the frame."""
    begin, words = own(dossier), language()
    for each in frame.indicators:
        links = [proof.link for proof in each.proofs]
        links += [paper.link for paper in each.documents if isinstance(paper.link, str)]
        yield (
            *begin,
            *cells((each.indicator.id, each.indicator.title, each.indicator.weight)),
            words.word(each.shown.label),
            BETWEEN.join(activity.id for activity in each.activities) or None,
            BETWEEN.join(dict.fromkeys(links)) or None,
            BETWEEN.join(regulation.id for regulation in each.regulations) or None,
        )
