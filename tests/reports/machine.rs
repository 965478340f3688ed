//! The formats of machines: SARIF by the properties its standard requires, JUnit by its counts.

use super::{Outcome, english, events, render};
use quick_xml::Reader;
use quick_xml::events::Event as Tag;
use serde_json::Value;
use std::collections::HashMap;
use zhengzi::record::{Event, Severity};
use zhengzi::report::{Format, Look};

fn text<'v>(value: &'v Value, path: &str) -> &'v str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} of {value}"))
}

fn list<'v>(value: &'v Value, path: &str) -> &'v [Value] {
    value.pointer(path).and_then(Value::as_array).unwrap_or_else(|| panic!("{path} of {value}"))
}

#[test]
fn sarif_has_what_its_standard_requires() -> Outcome {
    let log: Value = serde_json::from_str(&render(Format::Sarif, &Look::default())?)?;
    assert_eq!(text(&log, "/version"), "2.1.0");
    assert!(text(&log, "/$schema").ends_with("sarif-schema-2.1.0.json"));
    let [run] = list(&log, "/runs") else { return Err("one run".into()) };
    // 3.19.8, 3.49.3: a driver has a name, a rule an id; the schema allows two letters and a country as language.
    assert_eq!((text(run, "/tool/driver/name"), text(run, "/tool/driver/language")), ("zhengzi", "zh-CN"));
    assert_eq!(text(run, "/columnKind"), "unicodeCodePoints");
    let rules = list(run, "/tool/driver/rules");
    let levels = ["none", "note", "warning", "error"];
    for rule in rules {
        assert!(!text(rule, "/id").is_empty() && !text(rule, "/shortDescription/text").is_empty());
        assert!(levels.contains(&text(rule, "/defaultConfiguration/level")));
    }
    let expected: Vec<_> = events()?
        .into_iter()
        .filter_map(|event| if let Event::Finding(one) = event { Some(one) } else { None })
        .collect();
    let results = list(run, "/results");
    assert_eq!(results.len(), expected.len());
    for (result, finding) in results.iter().zip(&expected) {
        assert_eq!(text(result, "/ruleId"), finding.rule);
        let index = result.get("ruleIndex").and_then(Value::as_u64);
        assert!(index.is_none_or(|index| text(&rules[index as usize], "/id") == finding.rule), "{result}");
        let level = match finding.severity {
            Severity::Violation => "error",
            Severity::Suspected => "warning",
            Severity::Advice | Severity::Notice => "note",
        };
        assert_eq!(text(result, "/level"), level);
        assert!(
            text(result, "/message/text")
                .starts_with(finding.message.split(['\u{202e}', '\n']).next().unwrap_or_default())
        );
        assert_eq!(text(result, "/partialFingerprints/zhengzi~1v1"), finding.fingerprint);
        let [place] = list(result, "/locations") else { return Err("one location".into()) };
        let uri = text(place, "/physicalLocation/artifactLocation/uri");
        assert!(
            !uri.is_empty() && uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)),
            "{uri}"
        );
        match place.pointer("/physicalLocation/region") {
            Some(region) => {
                let number = |name: &str| region.get(name).and_then(Value::as_u64);
                assert_eq!(number("startLine"), Some(finding.place.line));
                assert_eq!(number("startColumn"), Some(finding.place.column));
                assert_eq!(number("endColumn"), Some(finding.place.column + finding.place.length));
                assert_eq!(number("charOffset"), Some(finding.place.offset));
            }
            None => assert_eq!(text(place, "/logicalLocations/0/kind"), "cell"),
        }
    }
    for artifact in list(run, "/artifacts") {
        assert!(!text(artifact, "/location/uri").is_empty());
        // What could not be read has neither length nor hash.
        let hash = artifact.pointer("/hashes/blake3").and_then(Value::as_str);
        assert_eq!(hash.map(str::len), artifact.get("length").map(|_| 64), "{artifact}");
    }
    let invocation = &list(run, "/invocations")[0];
    assert_eq!(invocation.get("executionSuccessful"), Some(&Value::Bool(false)), "two inputs were unreadable");
    assert_eq!(list(invocation, "/toolExecutionNotifications").len(), 3);
    for notification in list(invocation, "/toolExecutionNotifications") {
        assert!(levels.contains(&text(notification, "/level")) && !text(notification, "/message/text").is_empty());
    }
    Ok(())
}

/// A tag with its attributes.
type Element = (String, HashMap<String, String>);

/// Tags in order.
fn tags(xml: &str) -> Result<Vec<Element>, Box<dyn std::error::Error>> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event()? {
            Tag::Eof => return Ok(found),
            Tag::Start(tag) | Tag::Empty(tag) => {
                let mut attributes = HashMap::new();
                for attribute in tag.attributes() {
                    let attribute = attribute?;
                    attributes.insert(attribute.key.as_ref().to_owned(), attribute.value.into_owned());
                }
                found.push((tag.name().as_ref().to_owned(), attributes));
            }
            _ => {}
        }
    }
}

#[test]
fn junit_counts_what_it_lists() -> Outcome {
    for look in [Look::default(), english()] {
        let xml = render(Format::Junit, &look)?;
        assert!(!xml.contains("<script") && !xml.contains(['\u{202e}', '\u{1b}', '\u{0}']));
        let tags = tags(&xml)?;
        let count = |name: &str| tags.iter().filter(|(tag, _)| tag == name).count().to_string();
        let (_, whole) = tags.iter().find(|(tag, _)| tag == "testsuites").ok_or("no suites")?;
        assert_eq!([&whole["tests"], &whole["failures"]], [&count("testcase"), &count("failure")]);
        assert_eq!([&whole["errors"], &whole["skipped"]], [&count("error"), &count("skipped")]);
        // Sixteen findings, of which three are advice, and two inputs that could not be read.
        assert_eq!([&*whole["failures"], &*whole["errors"], &*whole["skipped"]], ["13", "2", "3"]);
        let sum = |key: &str| {
            let suites = tags.iter().filter(|(tag, _)| tag == "testsuite");
            suites.filter_map(|(_, attributes)| attributes[key].parse::<u64>().ok()).sum::<u64>().to_string()
        };
        for key in ["tests", "failures", "errors", "skipped"] {
            assert_eq!(sum(key), whole[key], "{key}");
        }
    }
    Ok(())
}
