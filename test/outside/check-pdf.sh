#!/bin/sh
# Shows a certificate's PDF (file or address) to other people's programs, and says which of them are not there.
#   sh test/outside/check-pdf.sh <address or file of the .pdf>
# Debian: qpdf, poppler-utils (pdfsig, pdfdetach, pdftoppm), zbar-tools. verapdf, from its own site, judges PDF/A and PDF/UA.
# Exit code 0: none of those present complains · 1: one does.
set -u
[ $# -eq 1 ] || { echo "Usage: check-pdf.sh <address or file>" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
pdf=$work/certificate.pdf
case $1 in
  http://* | https://*) curl -fsS -o "$pdf" "$1" || exit 2 ;;
  *) cp "$1" "$pdf" || exit 2 ;;
esac
failed=0
absent=

# check <program> <what it must say> <command…>
check() {
  program=$1 expected=$2
  shift 2
  if ! command -v "$program" >/dev/null; then absent="$absent $program"; return; fi
  said=$("$@" 2>"$work/errors")
  if printf '%s\n' "$said" | grep -q -- "$expected"; then
    printf 'ok      %-10s %s\n' "$program" "$(printf '%s\n' "$said" | grep -m1 -- "$expected" | sed 's/^[ -]*//')"
  else
    printf 'REFUSED %-10s %s\n' "$program" "$said$(cat "$work/errors")"
    failed=1
  fi
}

check qpdf 'No syntax or stream encoding errors' qpdf --check "$pdf"
check pdfsig 'Signature is Valid' pdfsig "$pdf"
check pdfsig 'Total document signed' pdfsig "$pdf"
check pdfdetach '\.json$' pdfdetach -list "$pdf"
check pdfinfo 'Tagged: *yes' pdfinfo "$pdf"
check pdffonts 'Inter' pdffonts "$pdf"
if command -v pdftoppm >/dev/null; then
  pdftoppm -r 200 -png "$pdf" "$work/page"
  check zbarimg '/verify/' zbarimg -q "$work"/page*.png
else
  absent="$absent pdftoppm"
fi
check verapdf 'isCompliant="true"' verapdf --flavour 3a "$pdf"
check verapdf 'isCompliant="true"' verapdf --flavour ua1 "$pdf"
[ -z "$absent" ] || echo "not here:$(printf '%s\n' $absent | sort -u | tr '\n' ' ' | sed 's/^/ /')"
exit $failed
