import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@usersig/client/mini-program","description":"What mini programs (WeChat, uni-app) have in place of fetch and localStorage.","frontmatter":{"title":"@usersig/client/mini-program","description":"What mini programs (WeChat, uni-app) have in place of fetch and localStorage.","source":"docs/api/client-mini-program.md"},"headers":[],"relativePath":"api/client-mini-program.md","filePath":"api/client-mini-program.md"}');
const _sfc_main = { name: "api/client-mini-program.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="usersigclientmini-program" tabindex="-1">@usersig/client/mini-program <a class="header-anchor" href="#usersigclientmini-program" aria-label="Permalink to &quot;@usersig/client/mini-program&quot;">​</a></h1><p>What mini programs (WeChat, uni-app) have in place of <code>fetch</code> and <code>localStorage</code>.</p><ul><li>Variables: <a href="#unifetch"><code>uniFetch</code></a>, <a href="#unistorage"><code>uniStorage</code></a>, <a href="#wxfetch"><code>wxFetch</code></a>, <a href="#wxstorage"><code>wxStorage</code></a></li></ul><h2 id="variables" tabindex="-1">Variables <a class="header-anchor" href="#variables" aria-label="Permalink to &quot;Variables&quot;">​</a></h2><h3 id="unifetch" tabindex="-1">uniFetch <a class="header-anchor" href="#unifetch" aria-label="Permalink to &quot;uniFetch&quot;">​</a></h3><blockquote><p><code>const</code> <strong>uniFetch</strong>: <a href="/usersig/api/client.html#sourcefetch"><code>SourceFetch</code></a></p></blockquote><p>The option <code>fetch</code> in uni-app: sends with <code>uni.request</code>.</p><hr><h3 id="unistorage" tabindex="-1">uniStorage <a class="header-anchor" href="#unistorage" aria-label="Permalink to &quot;uniStorage&quot;">​</a></h3><blockquote><p><code>const</code> <strong>uniStorage</strong>: <a href="/usersig/api/client-storage.html#sourcestorage"><code>SourceStorage</code></a></p></blockquote><p>The storage of uni-app, for <code>keepIn</code>.</p><hr><h3 id="wxfetch" tabindex="-1">wxFetch <a class="header-anchor" href="#wxfetch" aria-label="Permalink to &quot;wxFetch&quot;">​</a></h3><blockquote><p><code>const</code> <strong>wxFetch</strong>: <a href="/usersig/api/client.html#sourcefetch"><code>SourceFetch</code></a></p></blockquote><p>The option <code>fetch</code> in WeChat mini programs: sends with <code>wx.request</code>.</p><hr><h3 id="wxstorage" tabindex="-1">wxStorage <a class="header-anchor" href="#wxstorage" aria-label="Permalink to &quot;wxStorage&quot;">​</a></h3><blockquote><p><code>const</code> <strong>wxStorage</strong>: <a href="/usersig/api/client-storage.html#sourcestorage"><code>SourceStorage</code></a></p></blockquote><p>The storage of WeChat mini programs, for <code>keepIn</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/client-mini-program.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const clientMiniProgram = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  clientMiniProgram as default
};
