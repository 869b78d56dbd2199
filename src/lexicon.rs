//! The word lists of `assets/lexicon`, embedded in the program and parsed once.
//!
//! A list is a text file, one entry a line, columns parted by tabs; lines that start with `#` are remarks.
//! The language is a folder. A stage that needs a list names it here as a [`Table`] and builds its own typed
//! index from [`Table::rows`]. A test reads every list and fails on bad rows, naming file and line.

/// One word list.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its path below `assets/lexicon`.
    pub path: &'static str,
    /// How many columns every row has.
    pub n_columns: usize,
    text: &'static str,
}

impl Table {
    /// Returns the rows in the order of the file, each with its columns.
    pub fn rows(self) -> impl Iterator<Item = Vec<&'static str>> {
        self.lines().map(|(_, line)| line.split('\t').collect())
    }

    /// Returns the rows as printed, each with its line number, counted from 1.
    pub fn lines(self) -> impl Iterator<Item = (usize, &'static str)> {
        self.text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .map(|(line_idx, line)| (line_idx + 1, line))
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $path:literal, $n_columns:literal;)*) => {
        $($(#[$doc])* pub const $name: Table = Table {
            path: $path,
            n_columns: $n_columns,
            text: include_str!(concat!("../assets/lexicon/", $path)),
        };)*
        /// Every list there is.
        pub const ALL: &[Table] = &[$($name),*];
    };
}

tables! {
    /// Phrases that open the furniture of a news page, and how each is read.
    PAGE_FURNITURE = "en/page_furniture.tsv", 2;
    /// Words of the lines in which pages print when an article appeared, and what they say.
    STAMP_WORDS = "en/stamp_words.tsv", 2;
    /// Words in small letters that a line of names may hold.
    BYLINE_WORDS = "en/byline_words.tsv", 1;
    /// Words that names of newspapers, agencies and broadcasters begin or end with.
    OUTLET_WORDS = "en/outlet_words.tsv", 1;
    /// Abbreviations after which a sentence goes on, and what has to follow.
    SENTENCE_ABBREVIATIONS = "en/sentence_abbreviations.tsv", 2;
    /// Words that go on with a sentence after "a.m." or "p.m.", and their class.
    AFTER_CLOCK_TIME = "en/after_clock_time.tsv", 2;
    /// Words that open a sentence where they are capitalized.
    SENTENCE_OPENERS = "en/sentence_openers.tsv", 1;
    /// Verbs that credit words to someone, and when they do.
    SPEECH_VERBS = "en/speech_verbs.tsv", 2;
    /// Words that show how a sentence is built, and their class.
    CLAUSE_WORDS = "en/clause_words.tsv", 2;
    /// Words that carry no content of their own: dropped before claims are compared.
    STOP_WORDS = "en/stop_words.tsv", 1;
    /// The fewest words that tell nothing.
    COMMONEST_WORDS = "en/commonest_words.tsv", 1;
    /// The commonest words of the language, and how rare each is, 0 to 1.
    COMMON_WORDS = "en/common_words.tsv", 2;
    /// What was done, for an event's name: seize, seized.
    DEEDS = "en/deeds.tsv", 3;
    /// Words between a figure and what was done to what it counts, and where they are passed over.
    DEED_WORDS = "en/deed_words.tsv", 2;
    /// What an event is called, by its name: sentence, sentencing.
    EVENT_NOUNS = "en/event_nouns.tsv", 2;
    /// Past forms of verbs without -ed.
    PAST_FORMS = "en/past_forms.tsv", 1;
    /// Forms of verbs and nouns that news uses for one event, and the event's name.
    EVENT_WORDS = "en/event_words.tsv", 2;
    /// Further forms of the same, for what stands beside figures.
    EVENT_FORMS = "en/event_forms.tsv", 2;
    /// Nouns of one meaning that articles count, and the group's name.
    COUNTED_NOUNS = "en/counted_nouns.tsv", 2;
    /// Nouns that name people, besides those whose ending tells.
    PERSON_NOUNS = "en/person_nouns.tsv", 1;
    /// Words that set one group, measure or period against another.
    CONTRASTS = "en/contrasts.tsv", 2;
    /// Words that deny or expect what follows: the word, its effect, over how many content words it reaches.
    NEGATION_WORDS = "en/negation_words.tsv", 3;
    /// Words for where someone is before the law, and the state.
    LEGAL_STATES = "en/legal_states.tsv", 2;
    /// Words that cannot both be true of one thing.
    OPPOSITES = "en/opposites.tsv", 2;
    /// Titles and roles beside a name, and the role they name.
    ROLES = "en/roles.tsv", 2;
    /// Capitalized words that name nobody in particular.
    NOT_NAMES = "en/not_names.tsv", 1;
    /// First names that are used for one another.
    NICKNAMES = "en/nicknames.tsv", 2;
    /// Abbreviations of words of names, and the words.
    NAME_ABBREVIATIONS = "en/name_abbreviations.tsv", 2;
    /// Words with two spellings, and the one by which both are compared.
    SPELLINGS = "en/spellings.tsv", 2;
    /// Words before a figure that say it is not, or not yet, so, and of which kind they are.
    UNREAL = "en/unreal.tsv", 2;
    /// Nouns for kin, whose "of two" counts children.
    KIN_NOUNS = "en/kin_nouns.tsv", 1;
    /// Words in the names of sources that are no further source, and of which kind they are.
    SOURCE_WORDS = "en/source_words.tsv", 2;
    /// Roles that one person has in a story, or many.
    ROLE_HOLDERS = "en/role_holders.tsv", 2;
    /// Words that name a post, or none, other than the roles tell.
    POST_WORDS = "en/post_words.tsv", 2;
    /// Words that say a claim is not established.
    HEDGE_WORDS = "en/hedge_words.tsv", 2;
    /// Offences, and the name by which they are compared.
    CRIMES = "en/crimes.tsv", 2;
    /// How far a case has come, and the stage.
    STAGES = "en/stages.tsv", 2;
    /// Words of which one thing has one: the kind, and the value.
    KINDS = "en/kinds.tsv", 3;
    /// Words that say how likely something is, and the grade.
    LIKELIHOODS = "en/likelihoods.tsv", 2;
    /// Punishments, and the name by which they are compared.
    PENALTIES = "en/penalties.tsv", 2;
    /// Phrases that say that somebody would not speak.
    SILENCES = "en/silences.tsv", 2;
    /// Words of a note of correction that say that what follows was wrong.
    RETRACTIONS = "en/retractions.tsv", 1;
    /// Countries and states.
    REGIONS = "en/regions.tsv", 1;
    /// Words before a post that make it another one.
    POST_MODIFIERS = "en/post_modifiers.tsv", 1;
    /// Counts that change while a story goes on, and whether they only grow.
    GROWING_COUNTS = "en/growing_counts.tsv", 2;
    /// Words for whole numbers: the word, its place in the grammar, its value.
    NUMBER_WORDS = "en/number_words.tsv", 3;
    /// Words for a place in an order, and the place.
    ORDINALS = "en/ordinals.tsv", 2;
    /// Words for a part of a whole, and into how many parts it is cut.
    FRACTIONS = "en/fractions.tsv", 2;
    /// Words for a number that is not exact: the least and the greatest.
    VAGUE_NUMBERS = "en/vague_numbers.tsv", 3;
    /// Words for a multiple, and how many times.
    MULTIPLIERS = "en/multipliers.tsv", 2;
    /// Units as printed: symbol, dimension, factor, offset, whether case matters.
    UNITS = "en/units.tsv", 6;
    /// Money as printed: code, factor, whether case matters.
    CURRENCIES = "en/currencies.tsv", 4;
    /// The hundredth part of a currency, and of which.
    MINOR_CURRENCIES = "en/minor_currencies.tsv", 2;
    /// Words that leave one side of a number open: where they stand, which bound the number is.
    BOUNDS = "en/bounds.tsv", 3;
    /// Words that weaken a number, and which way it leans.
    HEDGES = "en/hedges.tsv", 2;
    /// News agencies: the name as printed, and the one that stands for the agency.
    AGENCIES = "en/agencies.tsv", 2;
    /// Months, and their numbers.
    MONTHS = "en/months.tsv", 2;
    /// Days of the week, and their numbers.
    WEEKDAYS = "en/weekdays.tsv", 2;
    /// Words that tell whether a day lies ahead or behind, and how.
    TENSE_WORDS = "en/tense_words.tsv", 2;
    /// Seasons, and their TIMEX3 tokens.
    SEASONS = "en/seasons.tsv", 2;
    /// Days that stand fast in the year: month and day.
    HOLIDAYS = "en/holidays.tsv", 3;
    /// Time zones, and their minutes ahead of UTC.
    TIME_ZONES = "en/time_zones.tsv", 2;
    /// Nouns before a number that names, and whether only capitalized.
    LABEL_NOUNS = "en/label_nouns.tsv", 2;
    /// Words that end the name of a street.
    STREET_WORDS = "en/street_words.tsv", 1;
    /// Short names of rates: what is counted, and by what.
    RATE_UNITS = "en/rate_units.tsv", 3;
    /// Nouns that a rate is counted by, and how the rate is written.
    RATE_NOUNS = "en/rate_nouns.tsv", 2;
    /// Words that are never part of what is counted.
    FUNCTION_WORDS = "en/function_words.tsv", 1;
    /// Words that end a noun phrase once it has a noun.
    PHRASE_ENDS = "en/phrase_ends.tsv", 1;
    /// Plurals that do not end in s.
    IRREGULAR_PLURALS = "en/irregular_plurals.tsv", 1;
    /// Plurals that often are before another noun.
    MODIFIER_PLURALS = "en/modifier_plurals.tsv", 1;
    /// Words for a change.
    CHANGE_VERBS = "en/change_verbs.tsv", 1;
    /// Words near a number of pounds that is money.
    COST_WORDS = "en/cost_words.tsv", 1;
    /// Words beside a pair of numbers that is a score or a vote.
    SCORE_WORDS = "en/score_words.tsv", 1;
    /// Words between a number and its unit that leave the amount as it is.
    UNIT_ADJECTIVES = "en/unit_adjectives.tsv", 1;
    /// What reports say there was none of, where another counts some.
    OFTEN_NONE = "en/often_none.tsv", 1;
    /// Words that speak of a vote, beside "31 to 24".
    VOTE_WORDS = "en/vote_words.tsv", 1;
    /// Codes of money, and what one and several are called.
    CURRENCY_NAMES = "en/currency_names.tsv", 3;
}
