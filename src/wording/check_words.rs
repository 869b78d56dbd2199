//! The words for how far a finding is checked and for what is to be printed of it.

use crate::review::{Check, Decision, Print};
use crate::wording::visible::visible;

/// Returns the word for how far a finding is checked.
pub fn check(check: Option<Check>) -> &'static str {
    match check {
        None => "open",
        Some(Check::Checked) => "checked",
        Some(Check::Partly) => "partly checked",
        Some(Check::Unverifiable) => "cannot verify",
    }
}

/// Returns the name of the command that says so.
pub fn check_command(check: Option<Check>) -> &'static str {
    match check {
        None => "Status: open",
        Some(Check::Checked) => "Status: checked",
        Some(Check::Partly) => "Status: partly checked",
        Some(Check::Unverifiable) => "Status: cannot verify",
    }
}

/// Says what was said of the finding called `id`.
pub fn checked(id: &str, check: Option<Check>) -> String {
    format!("{id}: {}", self::check(check))
}

/// Returns what is to be printed, in a line: "print “nine” (court release)"; empty where nothing was said.
pub fn print(print: &Print) -> String {
    match (print.value.trim(), print.source.trim()) {
        ("", "") => String::new(),
        (value, "") => format!("print “{}”", visible(value)),
        ("", source) => format!("source: {}", visible(source)),
        (value, source) => format!("print “{}” ({})", visible(value), visible(source)),
    }
}

/// Returns what `decision` says beside its verdict and its note: "checked; print “nine” (court release)".
pub fn beside(decision: &Decision) -> Vec<String> {
    let check = decision.check.map(|check| self::check(Some(check)).to_owned());
    check.into_iter().chain(Some(print(&decision.print)).filter(|line| !line.is_empty())).collect()
}

/// Returns how many findings are checked how far: "3 checked, 1 cannot verify"; `None` if nothing was said.
pub fn checks<'a>(decisions: impl Iterator<Item = &'a Decision>) -> Option<String> {
    let mut counts = [0_usize; Check::ALL.len()];
    for check in decisions.filter_map(|decision| decision.check) {
        counts[check as usize] += 1;
    }
    let parts: Vec<String> = Check::ALL
        .iter()
        .zip(counts)
        .filter(|(_, n)| *n > 0)
        .map(|(&check, n)| format!("{n} {}", self::check(Some(check))))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_a_verdict_is_one_line() {
        let print = Print { value: "nine".to_owned(), source: "court\u{1b}".to_owned() };
        let decision = Decision { check: Some(Check::Partly), print, ..Decision::default() };
        assert_eq!(beside(&decision), ["partly checked", "print “nine” (court�)"]);
        assert!(beside(&Decision::default()).is_empty());
        assert_eq!(checks([&decision, &decision].into_iter()).as_deref(), Some("2 partly checked"));
    }
}
