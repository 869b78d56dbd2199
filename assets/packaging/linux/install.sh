#!/bin/sh
# Installs Crosscheck from this folder, for you alone or for everybody.
#   ./install.sh                     into ~/.local
#   sudo ./install.sh /usr/local     for everybody
#   ./install.sh --remove [PREFIX]   takes it away again; your sessions and settings stay
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

remove=no
if [ "${1:-}" = --remove ]; then
    remove=yes
    shift
fi
case "${1:-}" in
    -*) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
prefix=${1:-$HOME/.local}
# The menu entry names the program by its whole path.
case "$prefix" in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac
quoted=$(printf '%s' "$prefix" | sed 's/[&|\\]/\\&/g')

# The folders that were made here, the deepest first: what was there before stays when the program is removed.
list=$prefix/share/doc/crosscheck/folders
made=$(cat "$list" 2>/dev/null || true)
make_folder() {
    [ ! -d "$1" ] || return 0
    make_folder "$(dirname "$1")"
    mkdir "$1"
    made="$1
$made"
}
is_made() { printf '%s\n' "$made" | grep -qxF "$1"; }

# The files of this folder, each with its place below the prefix.
files=$(cd "$here" && find bin share -type f | sort)
for file in $files; do
    target=$prefix/$file
    if [ "$remove" = yes ]; then
        rm -f "$target"
    else
        make_folder "$(dirname "$target")"
        cp -f "$here/$file" "$target"
        # A menu does not know the folder of a program that is not on its path.
        case "$file" in
            bin/*) chmod 755 "$target" ;;
            *.desktop) sed "s|^Exec=crosscheck |Exec=\"$quoted/bin/crosscheck\" |" "$here/$file" >"$target" ;;
        esac
    fi
done
if [ "$remove" = yes ]; then
    rm -f "$list"
else
    make_folder "$(dirname "$list")"
    printf '%s\n' "$made" >"$list"
fi

# What desktops look up quickly; without these programs they find it by themselves, later. Where nothing but ours was looked up there,
# the lists go with it.
mime=$prefix/share/mime
if command -v update-mime-database >/dev/null && [ -d "$mime/packages" ]; then
    update-mime-database "$mime" || true
    if [ "$remove" = yes ] && is_made "$mime/packages" && rmdir "$mime/packages" 2>/dev/null; then
        for file in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version; do
            rm -f "$mime/$file"
        done
        rmdir "$mime/application" 2>/dev/null || true
    fi
fi
applications=$prefix/share/applications
if command -v update-desktop-database >/dev/null && [ -d "$applications" ]; then
    update-desktop-database -q "$applications" || true
    if [ "$remove" = yes ] && is_made "$applications" && [ "$(ls "$applications")" = mimeinfo.cache ]; then
        rm -f "$applications/mimeinfo.cache"
    fi
fi
if command -v gtk-update-icon-cache >/dev/null && [ -f "$prefix/share/icons/hicolor/icon-theme.cache" ]; then
    gtk-update-icon-cache -q -f "$prefix/share/icons/hicolor" || true
fi

if [ "$remove" = yes ]; then
    printf '%s\n' "$made" | while IFS= read -r folder; do
        if [ -n "$folder" ]; then rmdir "$folder" 2>/dev/null || true; fi
    done
    echo "Crosscheck was removed from $prefix"
    exit 0
fi
echo "Crosscheck was installed in $prefix; it is in the menu, and $prefix/bin/crosscheck starts it"
case ":$PATH:" in
    *":$prefix/bin:"*) ;;
    *) echo "$prefix/bin is not on your path: add it to call crosscheck by its name" ;;
esac
"$prefix/bin/crosscheck" --version >/dev/null || {
    echo "It does not run here: it needs Linux on x86-64 with glibc 2.31 or newer (Debian 11, Ubuntu 20.04)" >&2
    exit 1
}
