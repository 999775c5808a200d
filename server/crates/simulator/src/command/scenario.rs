//! What is to become of a car's next commands.

use serde::{Deserialize, Serialize};

use super::{Answer, CommandKind, ErrorShape, Slow};

/// What a test wants to happen to the next command, or to the next few.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Scenario {
    /// Only commands of this name; all where left out.
    #[serde(default)]
    pub(crate) command: Option<CommandName>,
    /// So many of them.
    #[serde(default = "once")]
    pub(crate) times: u32,
    /// What the car's state says, where left out.
    #[serde(default)]
    pub(crate) answer: Option<Answer>,
    /// A `202` whose result comes later; a `200` at once where left out.
    #[serde(default)]
    pub(crate) slow: Option<Slow>,
    /// Of an error inside a `202`; the quirk's where left out.
    #[serde(default)]
    pub(crate) error_shape: Option<ErrorShape>,
    /// When the signals tell of it; after the car's usual lag where left out.
    #[serde(default)]
    pub(crate) seen: Option<Seen>,
}

/// When the signals tell of a command that succeeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Seen {
    /// The car has not done it after all.
    Never,
    AfterSeconds(u64),
}

fn once() -> u32 {
    1
}

impl Scenario {
    /// A scenario for the next command of any name.
    pub(crate) fn for_any(answer: Option<Answer>, slow: Option<Slow>, seen: Option<Seen>) -> Self {
        Self {
            command: None,
            times: 1,
            answer,
            slow,
            error_shape: None,
            seen,
        }
    }

    /// Why this cannot be, if it cannot.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        match &self.answer {
            Some(Answer::Refused(error)) if !(400..=599).contains(&error.code) => {
                Some("the code of a refusal must be 400 to 599")
            }
            Some(Answer::Refused(error)) if error.error_type.is_empty() => {
                Some("a refusal has a type")
            }
            _ if self.times == 0 => Some("times must be at least 1"),
            _ => None,
        }
    }

    pub(super) fn applies_to(&self, kind: CommandKind) -> bool {
        self.command.as_ref().is_none_or(|name| name.0 == kind)
    }
}

/// A command by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub(crate) struct CommandName(pub(crate) CommandKind);

impl TryFrom<String> for CommandName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        let names = CommandKind::ALL.map(CommandKind::name).join(", ");
        CommandKind::parse(&name)
            .map(Self)
            .ok_or_else(|| format!("command must be one of {names}"))
    }
}

impl From<CommandName> for &'static str {
    fn from(name: CommandName) -> Self {
        name.0.name()
    }
}
