//! The words of the contract: closed sets that a program may match on.
//!
//! They are apart from the words that people read, which may change with any release.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::alignment::Certainty;
use crate::figures::Kind;
use crate::findings::{FindingKind, Relation};
use crate::review::{Check, MendKind, RegroupingKind, Verdict};

/// Makes an enum whose variants are written as their words, both in a document and in the JSON Schema.
macro_rules! contract_words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$doc])* $variant),+
        }

        impl $name {
            /// Returns the word of the contract.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "enum": [$($word),+] })
            }
        }
    };
}

contract_words! {
    /// The kind of a figure. A pair of numbers, as the score of a match, is a count: the contract has no kind of its
    /// own for it.
    FigureKindJson {
        /// How many there are.
        Count = "count",
        /// A place in an order.
        Ordinal = "ordinal",
        /// A share of a hundred.
        Percent = "percent",
        /// An amount of money.
        Money = "money",
        /// An amount with a unit.
        Measure = "measure",
        /// How old somebody or something is.
        Age = "age",
        /// How long something lasts.
        Duration = "duration",
        /// A day, month, year or weekday.
        Date = "date",
        /// A time of day.
        Time = "time",
        /// A number that names: Flight 370, a phone number.
        Label = "label",
    }
}

contract_words! {
    /// What differs.
    FindingKindJson {
        /// A number, amount or measure.
        Figure = "figure",
        /// A date or time.
        Date = "date",
        /// The words of a quotation.
        Quote = "quote",
        /// The name, title or role of a person, place or organization.
        Name = "name",
        /// What is denied in one place and not in another, or has another legal state.
        Negation = "negation",
        /// A hedge that one has and the other lacks.
        Hedge = "hedge",
        /// Who says it.
        Attribution = "attribution",
        /// A claim that only some articles make.
        OnlyIn = "only_in",
        /// Words that a person set against each other.
        Own = "own",
    }
}

contract_words! {
    /// What kind of difference it is.
    RelationJson {
        /// Both cannot hold.
        Conflict = "conflict",
        /// The values differ; a condition for conflict is not established.
        Differs = "differs",
        /// The same measure at a later time.
        Update = "update",
        /// Both can be true: a part and its whole, another period, place or group.
        Scope = "scope",
        /// One is rounded, approximate or a bound that admits the other.
        Rounding = "rounding",
        /// The same.
        Agrees = "agrees",
    }
}

contract_words! {
    /// How sure a finding is.
    CertaintyJson {
        /// As good as sure.
        High = "high",
        /// Likely.
        Medium = "medium",
        /// Worth a look.
        Low = "low",
    }
}

contract_words! {
    /// What a person decided about a finding.
    VerdictJson {
        /// Both cannot hold.
        Conflict = "conflict",
        /// Both can be true.
        Scope = "scope",
        /// One is rounded.
        Rounding = "rounding",
        /// One is later.
        Update = "update",
        /// Not the same thing.
        Unrelated = "unrelated",
    }
}

contract_words! {
    /// How far a finding is checked.
    CheckJson {
        /// Nothing was said.
        Open = "open",
        /// Checked.
        Checked = "checked",
        /// Checked in part.
        PartlyChecked = "partly_checked",
        /// It cannot be checked.
        CannotVerify = "cannot_verify",
    }
}

contract_words! {
    /// What a person mended in the alignment.
    MendKindJson {
        /// Two claims were linked.
        Link = "link",
        /// Two claims were unlinked.
        Unlink = "unlink",
        /// A claim has no counterpart.
        NoCounterpart = "no_counterpart",
    }
}

contract_words! {
    /// What a person did with a figure of a fact.
    RegroupingKindJson {
        /// It was put into the fact.
        Together = "together",
        /// It was taken out.
        Apart = "apart",
    }
}

impl From<Kind> for FigureKindJson {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Count | Kind::Score => Self::Count,
            Kind::Ordinal => Self::Ordinal,
            Kind::Percent => Self::Percent,
            Kind::Money => Self::Money,
            Kind::Measure => Self::Measure,
            Kind::Age => Self::Age,
            Kind::Duration => Self::Duration,
            Kind::Date => Self::Date,
            Kind::Time => Self::Time,
            Kind::Label => Self::Label,
        }
    }
}

impl From<FindingKind> for FindingKindJson {
    fn from(kind: FindingKind) -> Self {
        match kind {
            FindingKind::Figure => Self::Figure,
            FindingKind::Date => Self::Date,
            FindingKind::Quote => Self::Quote,
            FindingKind::Name => Self::Name,
            FindingKind::Negation => Self::Negation,
            FindingKind::Hedge => Self::Hedge,
            FindingKind::Attribution => Self::Attribution,
            FindingKind::OnlyIn => Self::OnlyIn,
            FindingKind::Own => Self::Own,
        }
    }
}

impl From<Relation> for RelationJson {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Conflict => Self::Conflict,
            Relation::Differs => Self::Differs,
            Relation::Update => Self::Update,
            Relation::Scope => Self::Scope,
            Relation::Rounding => Self::Rounding,
            Relation::Agrees => Self::Agrees,
        }
    }
}

impl From<Certainty> for CertaintyJson {
    fn from(certainty: Certainty) -> Self {
        match certainty {
            Certainty::High => Self::High,
            Certainty::Medium => Self::Medium,
            Certainty::Low => Self::Low,
        }
    }
}

impl From<Verdict> for VerdictJson {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Conflict => Self::Conflict,
            Verdict::Scope => Self::Scope,
            Verdict::Rounding => Self::Rounding,
            Verdict::Update => Self::Update,
            Verdict::Unrelated => Self::Unrelated,
        }
    }
}

impl From<Option<Check>> for CheckJson {
    fn from(check: Option<Check>) -> Self {
        match check {
            None => Self::Open,
            Some(Check::Checked) => Self::Checked,
            Some(Check::Partly) => Self::PartlyChecked,
            Some(Check::Unverifiable) => Self::CannotVerify,
        }
    }
}

impl From<MendKind> for MendKindJson {
    fn from(kind: MendKind) -> Self {
        match kind {
            MendKind::Link => Self::Link,
            MendKind::Unlink => Self::Unlink,
            MendKind::Alone => Self::NoCounterpart,
        }
    }
}

impl From<RegroupingKind> for RegroupingKindJson {
    fn from(kind: RegroupingKind) -> Self {
        match kind {
            RegroupingKind::Together => Self::Together,
            RegroupingKind::Apart => Self::Apart,
        }
    }
}
