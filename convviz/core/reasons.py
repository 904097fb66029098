"""Why the system would not do something, in words that are translated as all others are."""

from __future__ import annotations

import errno

from convviz.i18n import Message, msg

REASONS = {
    errno.EACCES: "Permission denied",
    errno.EBUSY: "Device or resource busy",
    errno.EDQUOT: "Disk quota exceeded",
    errno.EEXIST: "File exists",
    errno.EFBIG: "File too large",
    errno.EINVAL: "Invalid argument",
    errno.EIO: "Input/output error",
    errno.EISDIR: "Is a directory",
    errno.ELOOP: "Too many levels of symbolic links",
    errno.EMFILE: "Too many open files",
    errno.ENAMETOOLONG: "File name too long",
    errno.ENOENT: "No such file or directory",
    errno.ENOSPC: "No space left on device",
    errno.ENOTDIR: "Not a directory",
    errno.ENOTEMPTY: "Directory not empty",
    errno.ENXIO: "No such device or address",
    errno.EPERM: "Operation not permitted",
    errno.EROFS: "Read-only file system",
    errno.ETXTBSY: "Text file busy",
}
"""As POSIX systems say them."""


def of_system(error: OSError) -> Message:
    """What the system said; in English, where it said something that is not in the table."""
    known = REASONS.get(error.errno or 0)
    return msg(known) if known else msg("{reason}", reason=error.strerror or str(error))
