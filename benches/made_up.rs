//! Stories of made-up words, the same on every machine.

use std::sync::Arc;

use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::Article;

/// A small generator (splitmix64): the same articles on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

/// What happened, as words to tell it with: each telling picks from them.
struct Event {
    words: Vec<String>,
    names: [String; 2],
    figure: usize,
}

/// Articles of made-up words that are as frequent as words of news: the n-th in proportion to 1 / (n + 8). Two in three sentences tell
/// events of the story, some of which everybody tells, a third stand alone; every fifth article prints an agency's sentences.
pub(crate) fn press(n_articles: usize, n_claims: usize) -> Vec<Analysis> {
    let random = &mut Random(n_articles as u64);
    let n_events = (n_claims * 2).max((60.0 * (n_articles as f64 / 3.0).powf(0.4)) as usize);
    let events: Vec<Event> = (0..n_events).map(|_| event(random)).collect();
    let agencies: Vec<Vec<String>> = (0..2 + n_articles / 40)
        .map(|_| (0..n_claims).map(|_| told(&events[frequent(n_events, random)], random)).collect())
        .collect();
    let article = |outlet: usize| {
        let agency = (random.below(5) == 0).then(|| &agencies[random.below(agencies.len())]);
        let sentences: Vec<String> = (0..n_claims)
            .map(|claim| match agency {
                Some(agency) if random.below(5) > 0 => agency[claim].clone(),
                _ if random.below(3) > 0 => told(&events[frequent(n_events, random)], random),
                _ => {
                    let mut words = vec![name(random)];
                    words.extend((0..7 + random.below(7)).map(|_| common_word(random)));
                    dressed(&words, random)
                }
            })
            .collect();
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        analyze(Arc::new(Article::from_sentences(format!("Outlet {outlet}"), &sentences)))
    };
    (0..n_articles).map(article).collect()
}

/// The events of a dense story.
const DENSE_EVENTS: usize = 120;
/// The sentences of each of its articles.
const DENSE_CLAIMS: usize = 30;

/// A story of which every article tells the same events, each in a sentence, in words as frequent as words of news.
pub(crate) fn dense(n_articles: usize) -> Vec<Analysis> {
    let random = &mut Random(7);
    let events: Vec<Event> = (0..DENSE_EVENTS).map(|_| event(random)).collect();
    let article = |outlet: usize| {
        let first = random.below(DENSE_EVENTS);
        let of_article = (0..DENSE_CLAIMS).map(|idx| &events[(first + idx * 4 + random.below(4)) % DENSE_EVENTS]);
        let sentences: Vec<&Event> = of_article.collect();
        let sentences: Vec<String> = sentences.into_iter().map(|event| told(event, random)).collect();
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        analyze(Arc::new(Article::from_sentences(format!("Outlet {outlet}"), &sentences)))
    };
    (0..n_articles).map(article).collect()
}

fn event(random: &mut Random) -> Event {
    Event {
        words: (0..11)
            .map(|idx| if idx < 6 { common_word(random) } else { word(300 + random.below(11_700)) })
            .collect(),
        names: [name(random), name(random)],
        figure: 2 + random.below(900),
    }
}

/// A telling of `event`: a good half of its words, mostly its names and its figure, and words of the outlet's own.
fn told(event: &Event, random: &mut Random) -> String {
    let mut words: Vec<String> = event.words.iter().filter(|_| random.below(100) < 57).cloned().collect();
    words.extend(event.names.iter().filter(|_| random.below(5) > 0).cloned());
    if random.below(2) == 0 {
        let is_other = random.below(7) == 0;
        words.push((if is_other { 2 + random.below(900) } else { event.figure }).to_string());
    }
    words.extend((0..2 + random.below(4)).map(|_| common_word(random)));
    dressed(&words, random)
}

/// A sentence of `words` with the small words that most of them have before them.
fn dressed(words: &[String], random: &mut Random) -> String {
    const SMALL: [&str; 12] = ["the", "a", "of", "to", "in", "and", "for", "on", "with", "was", "by", "from"];
    let parts: Vec<String> =
        words
            .iter()
            .map(|word| {
                if random.below(7) > 0 { format!("{} {word}", SMALL[random.below(SMALL.len())]) } else { word.clone() }
            })
            .collect();
    let sentence = parts.join(" ");
    format!("{}{}.", sentence[..1].to_uppercase(), &sentence[1..])
}

/// A number below `n`, the smaller the likelier.
fn frequent(n: usize, random: &mut Random) -> usize {
    let share = random.below(1 << 20) as f64 / f64::from(1 << 20);
    (8.0 * ((n as f64 + 8.0) / 8.0).powf(share) - 8.0) as usize
}

fn common_word(random: &mut Random) -> String {
    word(frequent(12_000, random))
}

fn name(random: &mut Random) -> String {
    let word = word(20_000 + frequent(60, random));
    word[..1].to_uppercase() + &word[1..]
}

/// The `n`-th word of the made-up language: three syllables.
fn word(n: usize) -> String {
    let syllables = [n % 80, n / 80 % 80, n / 6400 % 80];
    syllables
        .iter()
        .map(|n| format!("{}{}", &"bdfgklmnprstvzch"[n % 16..n % 16 + 1], &"aeiou"[n / 16..n / 16 + 1]))
        .collect()
}
