use super::*;
use crate::vehicle::command::model::NotSentReason;

fn strip_of(progress: Progress) -> String {
    markup(super::super::strip(&after(vec![report(
        Action::Lock,
        progress,
    )])))
}

/// Every way that a command can stand, what is said of it, and the classes of its three steps.
fn all() -> Vec<(Progress, &'static str, [&'static str; 3])> {
    let refused = refusal(Condition::NotNow, "VEHICLE_STATE", "DOOR_OPEN");
    let at = minutes_ago(1);
    vec![
        (Progress::Asked, "up to five minutes", ["-now", "", ""]),
        (
            Progress::Sent { since: at },
            "Waiting for the car. This can take up to five minutes.",
            ["-done", "-now", ""],
        ),
        (
            Progress::Accepted { since: at },
            "The maker took it. Carport is looking whether the car shows it.",
            ["-done", "-done", "-now"],
        ),
        (
            Progress::AcceptedUnseen { at },
            "No car tells whether this was done",
            ["-done", "-done", "-unknown"],
        ),
        (
            Progress::Seen { at },
            "Locked: the car says so.",
            ["-done", "-done", "-done"],
        ),
        (
            Progress::NotSeen { accepted_at: at },
            "the car has not shown it yet",
            ["-done", "-done", "-failed"],
        ),
        (
            Progress::Refused {
                at,
                refusal: refused.clone(),
            },
            "A door is open. Close it, then ask again.",
            ["-done", "-failed", ""],
        ),
        (
            Progress::Unknown {
                sent_at: at,
                refusal: None,
                is_looked_for: true,
            },
            "Whether the car did it all the same is not known yet: Carport is looking.",
            ["-done", "-unknown", "-unknown"],
        ),
        (
            Progress::Unknown {
                sent_at: at,
                refusal: None,
                is_looked_for: false,
            },
            "Nobody can say whether the car did it: look at the car. Carport does not send it again.",
            ["-done", "-unknown", "-unknown"],
        ),
        (
            Progress::Unknown {
                sent_at: at,
                refusal: Some(refused),
                is_looked_for: false,
            },
            "A door is open. Nobody can say",
            ["-done", "-unknown", "-unknown"],
        ),
        (
            Progress::NotSent {
                reason: NotSentReason::TooEarly,
            },
            "It was not sent: Smartcar took no request",
            ["-failed", "", ""],
        ),
        (
            Progress::NotSent {
                reason: NotSentReason::Interrupted,
            },
            "It was not sent: Carport was stopped",
            ["-failed", "", ""],
        ),
    ]
}

#[test]
fn each_progress_has_its_words_and_its_steps() {
    for (progress, words, steps) in all() {
        let html = strip_of(progress.clone());
        assert!(html.contains(words), "{progress:?}: {html}");
        assert!(html.contains("<strong>Locking</strong>"), "{html}");
        assert!(html.contains("3 minutes ago"), "{html}");
        let shown: Vec<&str> = html
            .split("<li class=\"stage")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(|class| class.trim_start_matches(" stage"))
            .collect();
        assert_eq!(shown, steps, "{progress:?}: {html}");
    }
}

#[test]
fn only_what_is_open_is_waited_for() {
    for (progress, ..) in all() {
        let is_open = report(Action::Lock, progress.clone()).is_open();
        let html = strip_of(progress);
        assert_eq!(html.contains("data-waiting"), is_open, "{html}");
        let again =
            r#"<noscript><p class="strip-again"><a href="/vehicle/f00d" rel="external">Look again"#;
        assert_eq!(html.contains(again), is_open, "{html}");
    }
}

#[test]
fn what_is_settled_is_news_for_ten_minutes() {
    for (minutes, is_shown) in [(0, true), (10, true), (11, false)] {
        let html = strip_of(Progress::Seen {
            at: minutes_ago(minutes),
        });
        assert_eq!(!html.is_empty(), is_shown, "{minutes}");
    }
    let html = strip_of(Progress::Sent {
        since: minutes_ago(99),
    });
    assert!(html.contains("Locking"), "what is open stays: {html}");
}

#[test]
fn only_the_newest_is_shown_and_nothing_without_one() {
    let older = report(
        Action::Unlock,
        Progress::Sent {
            since: minutes_ago(1),
        },
    );
    let newest = report(Action::Lock, Progress::Asked);
    let html = markup(super::super::strip(&after(vec![newest, older])));
    assert!(html.contains("Locking") && !html.contains("Unlocking"));
    assert_eq!(markup(super::super::strip(&view())), "");
}

#[test]
fn what_smartcar_says_stays_text() {
    let html = strip_of(Progress::Refused {
        at: NOW,
        refusal: refusal(Condition::Broken, HOSTILE, HOSTILE),
    });
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)"), "{html}");
    assert!(html.contains("The car’s maker or Smartcar has a fault."));
}
