//! Pages whose content the server renders and the browser takes as it is.
//!
//! A page with a hundred values would have its views compiled into WebAssembly, downloaded by every
//! visitor and run once more over markup that is already there. The pages of the cars need none of
//! it: their components exist on the server alone, a server function hands their markup over in
//! parts, and the browser puts a part into the page when it has changed.

mod codec;
mod content;
mod current;
mod in_use;
mod shown;
mod twins;
mod view;

pub use codec::InDocument;
pub use content::PageContent;
pub use view::rendered_page;
