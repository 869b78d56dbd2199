//! Saves reports, and whatever else is written: the only file writing.
//!
//! A report is written to a temporary file in the folder of its target, flushed to the disk and renamed, so that the
//! target holds the old bytes or the new ones and never a part. A target that is a device or a pipe (`/dev/stdout`) has
//! nothing to rename and is written straight. A link is followed, the file it leads to is replaced. The articles that
//! were compared are never written over: a target that is one of them by name, link or hard link (on Unix, by its
//! device and inode) is refused.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{Format, render};
use crate::compare::Comparison;
use crate::view::report::ReportOptions;

/// Why a report was not saved, worded for people by its `Display`.
#[derive(Debug, thiserror::Error)]
#[error("the report was not saved: {cause}: {}", path.display())]
pub struct SaveError {
    /// Where it should have gone.
    pub path: PathBuf,
    /// What went wrong.
    pub cause: SaveErrorCause,
}

/// What went wrong with saving.
#[derive(Debug, thiserror::Error)]
pub enum SaveErrorCause {
    /// The ending names no format.
    #[error(
        "its format is not known by the ending, end the name in .html, .docx, .md, .xlsx, .csv, .json, .txt, .jsonld or .xml"
    )]
    UnknownEnding,
    /// The target is one of the articles.
    #[error("this file is one of the articles that were compared; choose another name")]
    IsInput,
    /// The target is a folder.
    #[error("this is a folder, add a file name")]
    IsFolder,
    /// The target may not be changed.
    #[error("this file is read-only; choose another name")]
    IsReadOnly,
    /// The folder of the target is missing.
    #[error("its folder does not exist, make the folder first")]
    NoFolder,
    /// The folder of the target may not be written to.
    #[error("its folder may not be written to; choose another folder")]
    Denied,
    /// No space is left.
    #[error("the disk is full, free some space or choose another disk")]
    DiskFull,
    /// Anything else.
    #[error("the disk reported a fault ({0}), try another folder")]
    Io(io::Error),
}

/// Saves `comparison` as a report at `path`, in `format` or else the one that the ending of `path` asks for.
///
/// # Errors
/// When the report could not be written. The target is then what it was before, and no temporary file is left.
pub fn save(
    path: &Path,
    format: Option<Format>,
    comparison: &Comparison,
    options: &ReportOptions,
) -> Result<(), SaveError> {
    let fail = |cause| SaveError { path: path.to_owned(), cause };
    let format = format.or_else(|| Format::of_path(path)).ok_or_else(|| fail(SaveErrorCause::UnknownEnding))?;
    let inputs = comparison.articles.iter().filter_map(|analysis| analysis.article.path.as_deref());
    let target = Target::find(path, inputs).map_err(fail)?;
    target.write(&render(format, comparison, options)).map_err(fail)
}

/// Writes `bytes` to `path`, which may be none of the `inputs`.
///
/// # Errors
/// When they could not be written. The target is then what it was before, and no temporary file is left.
pub(crate) fn write<'a>(
    path: &Path,
    inputs: impl Iterator<Item = &'a Path>,
    bytes: &[u8],
) -> Result<(), SaveErrorCause> {
    Target::find(path, inputs)?.write(bytes)
}

/// Where a report goes, once it is known that it may go there.
struct Target {
    path: PathBuf,
    existing: Option<Metadata>,
}

impl Target {
    fn find<'a>(path: &Path, mut inputs: impl Iterator<Item = &'a Path>) -> Result<Self, SaveErrorCause> {
        let existing = match fs::metadata(path) {
            Ok(existing) => Some(existing),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(cause(error)),
        };
        let Some(existing) = existing else { return Ok(Self { path: path.to_owned(), existing: None }) };
        if existing.is_dir() {
            return Err(SaveErrorCause::IsFolder);
        }
        let followed = fs::canonicalize(path).map_err(cause)?;
        if inputs.any(|input| is_same_file(&followed, &existing, input)) {
            return Err(SaveErrorCause::IsInput);
        }
        if existing.is_file() && existing.permissions().readonly() {
            return Err(SaveErrorCause::IsReadOnly);
        }
        Ok(Self { path: followed, existing: Some(existing) })
    }

    fn write(&self, bytes: &[u8]) -> Result<(), SaveErrorCause> {
        match &self.existing {
            Some(existing) if !existing.is_file() => {
                let mut device = File::options().write(true).open(&self.path).map_err(cause)?;
                device.write_all(bytes).and_then(|()| device.flush()).map_err(cause)
            }
            existing => self.replace(bytes, existing.as_ref()),
        }
    }

    /// Writes a temporary file beside the target and renames it.
    fn replace(&self, bytes: &[u8], existing: Option<&Metadata>) -> Result<(), SaveErrorCause> {
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut file = temporary(folder).map_err(cause)?;
        if let Some(existing) = existing {
            // Where the system will not take over the permissions the report is still worth more than they are.
            let _ = fs::set_permissions(file.path(), existing.permissions());
        }
        file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(cause)?;
        file.persist(&self.path).map_err(|error| cause(error.error))?;
        // The renaming itself reaches the disk with the folder; systems that cannot open folders do so by themselves.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

/// A new file with a name of its own in `folder`, removed when dropped; readable to those whom the umask allows.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".crosscheck-").suffix(".tmp");
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666))
    };
    builder.tempfile_in(folder)
}

/// Whether the file at `target` is the one at `input`, by its path or, on Unix, by its device and inode.
fn is_same_file(target: &Path, metadata: &Metadata, input: &Path) -> bool {
    if fs::canonicalize(input).is_ok_and(|input| input == target) {
        return true;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(input).is_ok_and(|input| (input.dev(), input.ino()) == (metadata.dev(), metadata.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        false
    }
}

fn cause(error: io::Error) -> SaveErrorCause {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => SaveErrorCause::NoFolder,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => SaveErrorCause::Denied,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveErrorCause::DiskFull,
        ErrorKind::IsADirectory => SaveErrorCause::IsFolder,
        _ => SaveErrorCause::Io(error),
    }
}
