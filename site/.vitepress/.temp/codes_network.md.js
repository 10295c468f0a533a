import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"network","description":"no connection, or CORS: allow the page's origin on your server.","frontmatter":{"title":"network","description":"no connection, or CORS: allow the page's origin on your server.","code":"network","prev":false,"next":false},"headers":[],"relativePath":"codes/network.md","filePath":"codes/network.md"}`);
const _sfc_main = { name: "codes/network.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="network" tabindex="-1">network <a class="header-anchor" href="#network" aria-label="Permalink to &quot;network&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/network.html">中文</a></p><h2 id="the-client-in-the-app-gets-no-ticket" tabindex="-1">The client in the app gets no ticket <a class="header-anchor" href="#the-client-in-the-app-gets-no-ticket" aria-label="Permalink to &quot;The client in the app gets no ticket&quot;">​</a></h2><p>no connection, or CORS: allow the page&#39;s origin on your server</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/network.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const network = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  network as default
};
