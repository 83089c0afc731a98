// Runs before the first paint: the theme a reader chose, unless the address or the system decides. Storage may be forbidden.
export const THEME_STORAGE_KEY = 'theme';

export const THEME_SCRIPT = `(function(d){d.dataset.js='';try{var t=localStorage.getItem('${THEME_STORAGE_KEY}');if(!d.dataset.theme&&(t==='light'||t==='dark'))d.dataset.theme=t}catch(e){}})(document.documentElement)`;
