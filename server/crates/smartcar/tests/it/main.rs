//! The client against a server that speaks HTTP.
