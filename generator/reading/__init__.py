"""From bytes to plans: the files on disk, their YAML with places, and the mistakes that a value of the model tells."""
