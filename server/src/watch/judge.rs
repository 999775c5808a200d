//! What a look at a rule comes to: a function of what is known and of the clock, and of nothing else.

use app::watch::{model::Finding, rule::WatchRule};
use smartcar::signals::Body;
use time::{Duration, OffsetDateTime};

use super::{
    charging::{self, Stop},
    facts::{self, Facts},
    tyres,
};
use crate::storage::{Episode, WatchedRule};

/// How long charging may pause before it counts as stopped, and for how long a delivery that says why
/// is waited for.
const PAUSE: Duration = Duration::minutes(5);
/// How old the last word on a lock or on charging may be, beyond the time that is waited for anyhow.
const FRESH: Duration = Duration::HOUR;
/// How old a tyre's pressure may be.
const FRESH_TYRES: Duration = Duration::WEEK;
/// What had been so for longer when a rule was switched on is known to its owner.
const LONG_KNOWN: Duration = Duration::WEEK;
/// A charge that stopped so long ago is over, whatever became of it.
const CHARGE_IS_OVER: Duration = Duration::DAY;

/// A value of a signal, fresh from the car.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'a> {
    pub(super) code: &'a str,
    pub(super) body: &'a Body,
    pub(super) at: OffsetDateTime,
}

/// What a look at a rule came to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Verdict {
    pub(super) episode: Episode,
    pub(super) due_at: Option<OffsetDateTime>,
    /// Until when it was so, for the notice that was open.
    pub(super) end: Option<OffsetDateTime>,
    /// A new notice: since when it is so, and what the car said.
    pub(super) raise: Option<(OffsetDateTime, Option<Finding>)>,
}

/// Looks at a rule of a car, of which these values have just come.
pub(super) fn judge(
    watched: &WatchedRule,
    facts: &Facts,
    fresh: &[Value<'_>],
    now: OffsetDateTime,
) -> Verdict {
    let look = Look {
        watched,
        facts,
        episode: episode(watched, facts, fresh),
        now,
    };
    look.verdict()
}

/// What is known by now. Of a car that was never heard of, silence begins with the rule.
fn episode(watched: &WatchedRule, facts: &Facts, fresh: &[Value<'_>]) -> Episode {
    let mut episode = watched.episode;
    let codes: &[&str] = match watched.rule {
        WatchRule::Unlocked => &[facts::LOCKED],
        WatchRule::ChargingStopped => &[facts::CHARGING, facts::CHARGING_STATUS],
        WatchRule::TyreLow => &[facts::TYRES],
        WatchRule::Silent => {
            episode.so_since = Some(watched.heard_at.unwrap_or(watched.on_since));
            return episode;
        }
    };
    let stored = codes.iter().filter_map(|code| {
        let told = facts.told(code)?;
        Some(Value {
            code,
            body: &told.body,
            at: told.at,
        })
    });
    for value in fresh.iter().copied().chain(stored) {
        let is_so = match (watched.rule, value.body) {
            _ if !codes.contains(&value.code) => None,
            (WatchRule::Unlocked, Body::Flag(is_locked)) => Some(!is_locked),
            (WatchRule::TyreLow, body) => {
                tyres::is_low(body, watched.threshold, episode.so_since.is_some())
            }
            (WatchRule::ChargingStopped, body) => {
                charging::is_not_charging(facts, value.code, body)
            }
            _ => None,
        };
        if let Some(is_so) = is_so {
            episode.note(value.at, is_so);
        }
    }
    episode
}

struct Look<'a> {
    watched: &'a WatchedRule,
    facts: &'a Facts,
    episode: Episode,
    now: OffsetDateTime,
}

impl Look<'_> {
    fn verdict(mut self) -> Verdict {
        let end = self.watched.open_since.and_then(|since| self.end(since));
        let is_open = self.watched.open_since.is_some() && end.is_none();
        let mut verdict = Verdict {
            episode: self.episode,
            due_at: None,
            end,
            raise: None,
        };
        if is_open {
            let since = self.watched.open_since;
            verdict.due_at = since.and_then(|since| self.ends_at(since));
            return verdict;
        }
        let Some(since) = self.untold() else {
            return verdict;
        };
        let ripe_at = since + self.wait();
        if ripe_at > self.now {
            verdict.due_at = Some(ripe_at);
            return verdict;
        }
        match self.finding(since) {
            Found::So(finding) => {
                self.episode.told_since = Some(since);
                verdict.due_at = self.ends_at(since);
                verdict.raise = Some((since, finding));
            }
            Found::Otherwise => self.episode.told_since = Some(since),
            Found::Unknown => {}
        }
        verdict.episode = self.episode;
        verdict
    }

    /// Since when it is so, when the owner has not been told of that yet.
    fn untold(&self) -> Option<OffsetDateTime> {
        let since = self.episode.so_since?;
        let is_told = self.episode.told_since.is_some_and(|told| told >= since);
        (!is_told).then_some(since)
    }

    /// For how long it has to be so.
    fn wait(&self) -> Duration {
        let threshold = i64::from(self.watched.threshold);
        match self.watched.rule {
            WatchRule::Unlocked => Duration::minutes(threshold),
            WatchRule::ChargingStopped => PAUSE,
            WatchRule::TyreLow => Duration::ZERO,
            WatchRule::Silent => Duration::hours(threshold),
        }
    }

    /// When an open notice ends though nothing more is heard.
    fn ends_at(&self, since: OffsetDateTime) -> Option<OffsetDateTime> {
        let ends_at = since + CHARGE_IS_OVER;
        (self.watched.rule == WatchRule::ChargingStopped && ends_at > self.now).then_some(ends_at)
    }

    /// Until when it was so, if the notice that is open since then is over.
    fn end(&self, since: OffsetDateTime) -> Option<OffsetDateTime> {
        let rule = self.watched.rule;
        let over_at = if rule == WatchRule::Silent {
            let heard_at = self.episode.so_since?;
            let is_heard = heard_at > since || heard_at + self.wait() > self.now;
            is_heard.then_some(heard_at)?
        } else if let Some(contrary_at) = self.episode.contrary_at.filter(|at| *at >= since) {
            contrary_at
        } else if rule == WatchRule::ChargingStopped {
            let charged_at = self.episode.contrary_at.unwrap_or(since);
            match charging::judge(self.facts, self.watched.threshold, charged_at, since) {
                Stop::Right(at) => at,
                _ if since + CHARGE_IS_OVER <= self.now => since + CHARGE_IS_OVER,
                _ => return None,
            }
        } else {
            return None;
        };
        // By another threshold than before it is over now.
        Some(if over_at > since { over_at } else { self.now })
    }

    /// Whether what seems to be so since then can be believed.
    fn finding(&self, since: OffsetDateTime) -> Found {
        let Self {
            watched,
            facts,
            episode,
            now,
        } = self;
        if since < watched.on_since - LONG_KNOWN {
            return Found::Otherwise;
        }
        let fresh = match watched.rule {
            WatchRule::Silent => return Found::So(None),
            WatchRule::TyreLow => FRESH_TYRES,
            WatchRule::Unlocked | WatchRule::ChargingStopped => self.wait() + FRESH,
        };
        if episode.so_at.is_none_or(|at| *now - at > fresh) {
            return Found::Unknown;
        }
        match watched.rule {
            WatchRule::ChargingStopped => {
                // Nobody has seen it charge: it has not stopped either.
                let Some(charged_at) = episode.contrary_at else {
                    return Found::Unknown;
                };
                match charging::judge(facts, watched.threshold, charged_at, since) {
                    Stop::Early(finding) => Found::So(Some(finding)),
                    Stop::Right(_) => Found::Otherwise,
                    Stop::Unknown => Found::Unknown,
                }
            }
            WatchRule::TyreLow if !facts.is_in_trouble(facts::TYRES) => {
                let told = facts.told(facts::TYRES);
                let finding = told.and_then(|told| tyres::finding(&told.body, watched.threshold));
                Found::So(finding)
            }
            WatchRule::Unlocked if !facts.is_in_trouble(facts::LOCKED) => Found::So(None),
            _ => Found::Unknown,
        }
    }
}

/// Whether something can be believed.
enum Found {
    /// It is so, and the car said this.
    So(Option<Finding>),
    /// It is no matter for a notice, and will be none.
    Otherwise,
    /// It may become clear later.
    Unknown,
}

#[cfg(test)]
mod tests;
