"""The words a field may hold: Indonesian values of the guideline, English names in code, a label for readers."""

from generator.model.terms.guideline import Content, Domain, Presence, SectionKey, Severity, Stage
from generator.model.terms.implementation import (
    ActivityStatus,
    Assessment,
    CostKind,
    Direction,
    FundingSource,
    Phase,
    Procurement,
)
from generator.model.terms.institution import (
    CodeScheme,
    DocumentKind,
    InstitutionKind,
    LegalForm,
    PlanStatus,
    ReviewKind,
    UnitKind,
    UnitRole,
)
from generator.model.terms.inventory import (
    ApplicationKind,
    ApplicationStatus,
    Audience,
    DataClass,
    InfrastructureKind,
    RegulationStatus,
    Repair,
    ServiceKind,
    StaffRole,
)
from generator.model.terms.term import Term

__all__ = [
    "ActivityStatus",
    "ApplicationKind",
    "ApplicationStatus",
    "Assessment",
    "Audience",
    "CodeScheme",
    "Content",
    "CostKind",
    "DataClass",
    "Direction",
    "DocumentKind",
    "Domain",
    "FundingSource",
    "InfrastructureKind",
    "InstitutionKind",
    "LegalForm",
    "Phase",
    "PlanStatus",
    "Presence",
    "Procurement",
    "RegulationStatus",
    "Repair",
    "ReviewKind",
    "SectionKey",
    "ServiceKind",
    "Severity",
    "StaffRole",
    "Stage",
    "Term",
    "UnitKind",
    "UnitRole",
]
