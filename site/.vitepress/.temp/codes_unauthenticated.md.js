import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unauthenticated","description":"authenticate returned nothing.","frontmatter":{"title":"unauthenticated","description":"authenticate returned nothing.","code":"unauthenticated","prev":false,"next":false},"headers":[],"relativePath":"codes/unauthenticated.md","filePath":"codes/unauthenticated.md"}');
const _sfc_main = { name: "codes/unauthenticated.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unauthenticated" tabindex="-1">unauthenticated <a class="header-anchor" href="#unauthenticated" aria-label="Permalink to &quot;unauthenticated&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/unauthenticated.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p><code>authenticate</code> returned nothing</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/unauthenticated.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unauthenticated = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unauthenticated as default
};
