"""What `rencana new` makes: a repository with a commented plan whose required fields are answered or `tidak_diketahui`.

`files/` holds the plan's files with the answers left open; `interview` collects the answers, `filling` puts
them in as YAML, `writing` makes the folder. Around the first plan of a repository stands what `repository` adds:
settings, workflow, owners, help for editors; `installing` pins what its machines run.
"""

from generator.scaffold.acceptable import Refusal
from generator.scaffold.installing import PROGRAM, pinned, put
from generator.scaffold.interview import NewPlan, interview
from generator.scaffold.questions import Ask, GivenAnswers
from generator.scaffold.repository import add, repository_files
from generator.scaffold.schema_file import is_schema_file, schema_file
from generator.scaffold.surroundings import FORGES, surroundings
from generator.scaffold.writing import write

__all__ = [
    "FORGES",
    "PROGRAM",
    "Ask",
    "GivenAnswers",
    "NewPlan",
    "Refusal",
    "add",
    "interview",
    "is_schema_file",
    "pinned",
    "put",
    "repository_files",
    "schema_file",
    "surroundings",
    "write",
]
