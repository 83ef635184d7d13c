"""How every released form of the register becomes the present one."""
