//! Which figures could give one quantity at all: by what they measure, not by their values.

use crate::figures::{Figure, Kind, Range};
use crate::findings::quantity::values;

/// Currencies that a bare dollar sign can stand for.
const DOLLARS: [&str; 7] = ["AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD"];

/// Whether two figures could stand for one quantity, by kind and unit.
pub(crate) fn comparable(x: &Figure, y: &Figure) -> bool {
    if x.kind == Kind::Label || y.kind == Kind::Label {
        return false;
    }
    if x.kind == y.kind && x.quantity.is_comparable(&y.quantity) {
        return true;
    }
    // "$5bn" and "£5bn": one number with two currencies is no conversion. All that is called a dollar may be printed as
    // one.
    let is_dollar = |figure: &Figure| figure.quantity.unit.is_some_and(|unit| DOLLARS.contains(&unit.symbol));
    let is_money = |figure: &Figure| figure.kind == Kind::Money && figure.quantity.unit.is_some();
    if is_money(x) && is_money(y) && x.quantity.range == y.quantity.range && !(is_dollar(x) && is_dollar(y)) {
        return true;
    }
    let either = |is: &dyn Fn(&Figure, &Figure) -> bool| is(x, y) || is(y, x);
    // A third is set beside 34 percent, a rate of 35.7 beside 35.7 percent.
    let is_share = |p: &Figure, q: &Figure| {
        p.kind == Kind::Percent
            && q.kind == Kind::Count
            && q.quantity.unit.is_none()
            && (values::share(q).is_some() && values::share(p).is_some() || values::as_percent(p, q))
    };
    // "97 to 1" is a tally, "97 votes" one side of it.
    let is_tally = |p: &Figure, q: &Figure| p.kind == Kind::Score && q.kind == Kind::Count && values::is_side(p, q);
    // The sixth victim, six victims; a boy of six, a six-year-old, six years.
    let are_years = |p: &Figure, q: &Figure| {
        p.kind == Kind::Age && q.kind == Kind::Duration && p.quantity.is_comparable(&q.quantity)
            || p.kind == Kind::Age && values::is_bare(q) && matches!(q.quantity.range, Range::Number { .. })
    };
    let is_place =
        |p: &Figure, q: &Figure| p.kind == Kind::Ordinal && q.kind == Kind::Count && q.quantity.unit.is_none();
    // "magnitude 7.1" with and without a unit.
    let is_bare = |p: &Figure, q: &Figure| {
        p.kind == Kind::Measure && values::is_bare(q) && q.quantity.step.is_some_and(|step| step < 1.0)
    };
    either(&is_share) || either(&is_tally) || either(&are_years) || either(&is_place) || either(&is_bare)
}
