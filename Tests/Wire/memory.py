"""The resident memory of a process in kB."""


def status(process, name):
    with open(f"/proc/{process.pid}/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))


def resident(process):
    return status(process, "VmRSS")


def peak(process):
    return status(process, "VmHWM")
