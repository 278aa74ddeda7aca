"""`python -m generator.cli` is `rencana`."""

from generator.cli import main

main()
