//! Carport, the server.
