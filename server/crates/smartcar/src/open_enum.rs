//! Enumerations that Smartcar may add values to.

/// Declares an enumeration of strings which keeps a value it does not know in `Other`.
macro_rules! open_enum {
    ($($declaration:tt)*) => {
        $crate::open_enum::enumeration! { <str as PartialEq>::eq; $($declaration)* }
    };
}

/// The same, whose values are compared without regard to case (reference 4.5, note 1).
macro_rules! caseless_enum {
    ($($declaration:tt)*) => {
        $crate::open_enum::enumeration! { str::eq_ignore_ascii_case; $($declaration)* }
    };
}

macro_rules! enumeration {
    (
        $equal:expr;
        $(#[$attribute:meta])*
        $name:ident { $($(#[$variant_attribute:meta])* $variant:ident = $text:literal,)+ }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(from = "String", into = "String")]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attribute])* $variant,)+
            /// A value this version of the crate does not know, as it was received.
            Other(String),
        }

        impl $name {
            /// The value as it is written on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }

            fn known(text: &str) -> Option<Self> {
                let equal: fn(&str, &str) -> bool = $equal;
                [$(($text, Self::$variant)),+]
                    .into_iter()
                    .find_map(|(known, value)| equal(known, text).then_some(value))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::Other(text.to_owned()))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::known(&text).unwrap_or(Self::Other(text))
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.as_str().to_owned()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use {caseless_enum, enumeration, open_enum};
