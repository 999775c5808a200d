//! The WebAssembly module that hydrates Carport's pages.
