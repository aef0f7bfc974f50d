"""The view Entities: who and what the texts name, where it lies, and all that is said of one."""
