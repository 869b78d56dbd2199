//! What money is called in full: USD is "US dollars".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;

/// Returns the name of one unit of money, or of several, by its code; nothing for what is no money, or money without a
/// name in the list.
pub fn money_name(code: &str, is_one: bool) -> Option<&'static str> {
    NAMES.get(code).map(|&(one, several)| if is_one { one } else { several })
}

static NAMES: LazyLock<FxHashMap<&str, (&str, &str)>> =
    LazyLock::new(|| lexicon::CURRENCY_NAMES.rows().map(|row| (row[0], (row[1], row[2]))).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_called_by_its_name() {
        assert_eq!((money_name("EUR", true), money_name("USD", false)), (Some("euro"), Some("US dollars")));
        assert_eq!(money_name("kg", false), None);
    }
}
