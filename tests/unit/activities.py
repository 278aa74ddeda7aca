"""The values of an activity that a test changes a few of."""

from typing import Any


def activity_values(**changed: Any) -> dict[str, Any]:
    """Every field that an activity must have, by its key."""
    return {
        "id": "K-001",
        "nama": "Portal",
        "program": "P-1",
        "bagian": ["integrasi"],
        "tahap": "persiapan",
        "muatan": "aplikasi",
        "domain": "aplikasi",
        "penanggung_jawab": "ptsp",
        "mulai": "2026-T1",
        "selesai": "2027-T4",
        "status": "berjalan",
    } | changed
