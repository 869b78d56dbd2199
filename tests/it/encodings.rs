//! Text in the encodings that files come in, with signs of money: read right, or with a note that the encoding was guessed.

use crosscheck::article::{Note, read};
use encoding_rs::Encoding;

/// A sentence in a language that each encoding was made for, with the signs of money it has.
const TEXTS: &[(&str, &str)] = &[
    (
        "windows-1252",
        "The café sold “tea” for €5.20 and £4 – in all ¥3,000 – before noon on Monday, naïve guests said.",
    ),
    ("iso-8859-15", "The café asks for €5 and £4 for a cup of tea, déjà vu for its 300 guests in the old town."),
    ("windows-1250", "Kavárna žádá €5 za čaj a €4 za kávu, řekl její majitel, který má 300 hostů a šest stolů."),
    ("iso-8859-2", "Kawiarnia żąda 5 złotych za herbatę, powiedział właściciel, który ma 300 gości i sześć stołów."),
    ("windows-1251", "Кафе просит €5 за чай и €4 за кофе, сказал владелец, у которого 300 гостей и шесть столов."),
    ("koi8-r", "Кафе просит 5 рублей за чай и 4 за кофе, сказал владелец, у которого 300 гостей и шесть столов."),
    ("iso-8859-5", "Кафе просит 5 рублей за чай и 4 за кофе, сказал владелец, у которого 300 гостей и шесть столов."),
    (
        "windows-1253",
        "Το καφενείο ζητά €5 για το τσάι και £4 για τον καφέ, είπε ο ιδιοκτήτης του, που έχει 300 πελάτες.",
    ),
    (
        "windows-1254",
        "Kahve çay için €5, kahve için £4 istiyor, dedi 300 müşterisi olan sahibi, şimdi altı masası var.",
    ),
    ("windows-1255", "בית הקפה מבקש ₪5 עבור תה ו-₪4 עבור קפה, אמר הבעלים שלו, שיש לו 300 אורחים ושישה שולחנות."),
    ("windows-1256", "يطلب المقهى €5 للشاي و£4 للقهوة، قال صاحبه الذي لديه 300 ضيف وستة طاولات في المدينة القديمة."),
    ("macintosh", "The café sold “tea” for £4 and ¥3,000 – before noon on Monday, naïve guests said at once."),
    ("shift_jis", "喫茶店はお茶に￥500、コーヒーに￥400を求めていると、300人の客がいる店主は月曜日に語った。"),
    ("euc-jp", "喫茶店はお茶に500円、コーヒーに400円を求めていると、300人の客がいる店主は月曜日に語った。"),
    ("gb18030", "咖啡馆的茶要¥5，咖啡要€4，拥有300位客人和六张桌子的老板星期一说。"),
    ("big5", "咖啡館的茶要五元，咖啡要四元，擁有300位客人和六張桌子的老闆星期一說。"),
    ("euc-kr", "찻집은 차에 5원, 커피에 4원을 요구한다고 손님 300명을 둔 주인이 월요일에 말했다."),
];

fn bytes(encoding: &str, text: &str) -> Vec<u8> {
    let (bytes, _, is_lossy) = Encoding::for_label(encoding.as_bytes()).unwrap().encode(text);
    assert!(!is_lossy, "{encoding} lacks a letter of {text}");
    bytes.into_owned()
}

#[test]
fn what_a_page_declares_is_read() {
    for (encoding, text) in TEXTS {
        let page = format!(
            "<!doctype html><html><head><meta charset=\"{encoding}\"><title>T</title></head><body><article><h1>T</h1><p>{text}</p></article></body></html>"
        );
        let article = read(&bytes(encoding, &page), "page.html").unwrap();
        assert!(article.text.contains(text), "{encoding}: {}", article.text);
        assert!(!article.notes.iter().any(|note| matches!(note, Note::EncodingGuessed(_))), "{encoding}");
    }
}

#[test]
fn what_nothing_declares_is_read_right_or_said_to_be_guessed() {
    let mut n_wrong = Vec::new();
    for (encoding, text) in TEXTS {
        let article = read(&bytes(encoding, text), "note.txt").unwrap();
        let is_guessed = article.notes.iter().any(|note| matches!(note, Note::EncodingGuessed(_)));
        assert!(is_guessed, "{encoding}: {:?}", article.notes);
        if article.text != *text {
            n_wrong.push(*encoding);
        }
    }
    // Of these no bytes say which of two encodings they are in.
    assert!(
        n_wrong
            .iter()
            .all(|name| ["iso-8859-15", "windows-1254", "macintosh", "iso-8859-5", "iso-8859-2"].contains(name)),
        "{n_wrong:?}"
    );
}

#[test]
fn unicode_is_no_guess() {
    let text = "The café asks for €5, £4 and ₹300, Zoë said on Monday.";
    let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let with_mark = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (name, bytes) in [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with its mark", with_mark(b"\xef\xbb\xbf", text.as_bytes())),
        ("UTF-16LE with its mark", with_mark(b"\xff\xfe", &wide(u16::to_le_bytes))),
        ("UTF-16BE with its mark", with_mark(b"\xfe\xff", &wide(u16::to_be_bytes))),
    ] {
        let article = read(&bytes, "note.txt").unwrap();
        assert_eq!(article.text, text, "{name}");
        assert_eq!(article.notes, [], "{name}");
    }
    for (name, bytes) in [("UTF-16LE", wide(u16::to_le_bytes)), ("UTF-16BE", wide(u16::to_be_bytes))] {
        let article = read(&bytes, "note.txt").unwrap();
        assert_eq!(article.text, text, "{name} without its mark");
    }
}
