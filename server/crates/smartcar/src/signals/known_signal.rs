//! What a signal of the catalogue knows of itself.

use crate::Permission;

/// The permission that a signal needs, as far as it is known (reference 4.5, 6).
///
/// Smartcar publishes no table of signals and permissions, so some are our guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentedPermission {
    /// The permission.
    pub permission: Permission,
    /// Whether no page of Smartcar's says so.
    pub is_guess: bool,
}

/// What the body of a signal looks like: the name of a [`Body`](super::Body).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is documented as the `Body` of its name")]
pub enum Shape {
    Flag,
    Number,
    Count,
    Text,
    Texts,
    ChargeLimits,
    ChargeRecords,
    ChargeTimers,
    Doors,
    Windows,
    Cover,
    Trunk,
    Diagnostic,
    TroubleCodes,
    Location,
    ServiceRecords,
    NominalCapacity,
    Range,
    DriveMode,
    Tires,
}

/// Declares the enumeration out of the catalogue.
macro_rules! known_signals {
    ($(
        $variant:ident = $code:literal as $shape:ident $(($unit:ident))?
        $(needs $documented:literal)? $(guess $guessed:literal)?;
    )+) => {
        /// A signal of the catalogue (reference 4.5).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum KnownSignal {
            $(
                #[doc = concat!("`", $code, "`")]
                $variant,
            )+
        }

        impl KnownSignal {
            /// All of them, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code by which Smartcar names it.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What its body looks like.
            pub fn shape(self) -> $crate::signals::Shape {
                match self {
                    $(Self::$variant => $crate::signals::Shape::$shape,)+
                }
            }

            /// The unit of its numbers where the body states none.
            pub fn default_unit(self) -> Option<$crate::signals::Unit> {
                match self {
                    $(Self::$variant => known_signals!(@unit $($unit)?),)+
                }
            }

            /// The permission it needs, if there is an idea of it.
            pub fn documented_permission(self) -> Option<$crate::signals::DocumentedPermission> {
                match self {
                    $(Self::$variant => known_signals!(
                        @permission $(false $documented)? $(true $guessed)?
                    ),)+
                }
            }
        }
    };
    (@unit) => { None };
    (@unit $unit:ident) => { Some($crate::signals::Unit::$unit) };
    (@permission) => { None };
    (@permission $is_guess:literal $name:literal) => {
        Some($crate::signals::DocumentedPermission {
            permission: $name.into(),
            is_guess: $is_guess,
        })
    };
}

pub(super) use known_signals;
