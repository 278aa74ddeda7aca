"""What is wrong with a plan's files (`problems`) and what its readers should know about it (`findings`)."""
