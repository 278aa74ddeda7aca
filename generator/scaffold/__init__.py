"""What `rencana new` copies: a commented plan whose required fields are answered or `tidak_diketahui`.

`files/` holds the plan's files with the answers left open; `interview` collects the answers, `filling` puts
them in as YAML, `writing` makes the folder.
"""

from generator.scaffold.acceptable import Refusal
from generator.scaffold.interview import Ask, Given, NewPlan, interview
from generator.scaffold.writing import write

__all__ = ["Ask", "Given", "NewPlan", "Refusal", "interview", "write"]
