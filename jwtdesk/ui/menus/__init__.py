"""Every menu, one file each: found by discovery, so a new action is one entry."""
