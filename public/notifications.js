// New notices as notifications of the browser, where its owner has asked for them. One tab listens for
// all of them, hidden or not; the others wait until it closes. A page without this lacks nothing else.

const NAME = 'carport-notifications';
const MINUTE = 60_000;
const REMEMBERED = 50;
const root = document.documentElement;
/** Whether the browser lets nobody but a service worker show one. */
let isRefused = false;

/** @typedef {{ since: string | number, shown: string[] }} Memory */

/**
 * From when on to ask, and what was shown; nothing while notifications are switched off.
 * @returns {Memory | null}
 */
function memory() {
  return JSON.parse(localStorage.getItem(NAME) ?? 'null');
}

/** @param {Memory} what */
function remember(what) {
  localStorage.setItem(NAME, JSON.stringify(what));
}

function state() {
  const isAble = 'Notification' in window && 'locks' in navigator && 'EventSource' in window;
  if (!isAble || isRefused) return 'unable';
  if (Notification.permission === 'denied') return 'denied';
  try {
    return memory() && Notification.permission === 'granted' ? 'on' : 'off';
  } catch {
    // A browser that remembers nothing for us.
    return 'unable';
  }
}

/**
 * Ends the listening of this tab, and its waiting for it.
 * @type {AbortController | undefined}
 */
let listening;

/** Does what is wanted in this browser by now; the style shows the words for it. */
function follow() {
  const now = state();
  root.dataset['notifications'] = now;
  if (now === 'on' && !listening) {
    listening = new AbortController();
    const { signal } = listening;
    navigator.locks.request(NAME, { signal }, () => listen(signal)).catch(() => {});
  } else if (now !== 'on') {
    listening?.abort();
    listening = undefined;
  }
}

/**
 * Asks what is new at each event; ends when it is not wanted any more.
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function listen(signal) {
  return new Promise((ended) => {
    /** @type {EventSource} */
    let source;
    /** @type {number | undefined} */
    let waiting;
    const open = () => {
      source = new EventSource('/events');
      source.onmessage = check;
      source.onerror = () => {
        // After a connection that was merely lost the browser connects again by itself.
        if (source.readyState !== EventSource.CLOSED) return;
        check();
        waiting = window.setTimeout(open, MINUTE);
      };
    };
    open();
    signal.addEventListener('abort', () => {
      source.close();
      clearTimeout(waiting);
      ended();
    });
  });
}

/** @type {Promise<unknown>} */
let asking = Promise.resolve();

/** One question after the other: each knows what was shown before. */
function check() {
  asking = asking.then(ask).catch(() => setTimeout(check, MINUTE));
}

async function ask() {
  const since = memory()?.since;
  if (since === undefined) return;
  const answer = await fetch(`/notices/new?since=${since}`);
  if (answer.status === 401) {
    // Whoever is signed out has left nothing behind here.
    localStorage.removeItem(NAME);
    follow();
    return;
  }
  /** @type {{ now: Memory['since'], notices: { id: string, title: string, text: string }[] }} */
  const { now, notices } = await answer.json();
  const known = memory();
  if (!known) return;
  const fresh = notices.filter(({ id }) => !known.shown.includes(id));
  const shown = [...known.shown, ...fresh.map(({ id }) => id)].slice(-REMEMBERED);
  remember({ since: now, shown });
  fresh.forEach(({ id, title, text }) => show(id, title, text));
}

/**
 * @param {string} tag
 * @param {string} title
 * @param {string} body
 */
function show(tag, title, body) {
  const shown = new Notification(title, {
    tag,
    body,
    icon: '/icon-180.png',
    lang: 'en',
  });
  shown.onclick = () => {
    shown.close();
    window.focus();
    location.assign('/notices');
  };
}

async function switchOn() {
  if ((await Notification.requestPermission()) !== 'granted') return;
  try {
    show(NAME, 'Carport', 'New notices will appear like this.');
  } catch {
    isRefused = true;
    return;
  }
  const answer = await fetch('/notices/new');
  if (answer.ok) remember({ since: (await answer.json()).now, shown: [] });
}

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element && target.closest('[data-notify]');
  if (!button) return;
  if (button.getAttribute('data-notify') === 'on') {
    await switchOn();
  } else {
    localStorage.removeItem(NAME);
  }
  follow();
  // The button that was pressed is not there any more.
  const next = document.querySelector(`.notifications-${root.dataset['notifications']} button`);
  if (next instanceof HTMLElement) next.focus();
});
// Another tab has switched it, or the reader has been to the browser’s own settings.
window.addEventListener('storage', follow);
window.addEventListener('focus', follow);
follow();
