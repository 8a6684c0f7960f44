"""The Datasette plugin: how the register is shown."""
