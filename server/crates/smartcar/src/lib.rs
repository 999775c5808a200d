//! A client of the Smartcar API, version 3.
