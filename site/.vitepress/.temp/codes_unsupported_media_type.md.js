import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unsupported_media_type","description":"not application/json, not UTF-8, or compressed.","frontmatter":{"title":"unsupported_media_type","description":"not application/json, not UTF-8, or compressed.","code":"unsupported_media_type","prev":false,"next":false},"headers":[],"relativePath":"codes/unsupported_media_type.md","filePath":"codes/unsupported_media_type.md"}');
const _sfc_main = { name: "codes/unsupported_media_type.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unsupported_media_type" tabindex="-1">unsupported_media_type <a class="header-anchor" href="#unsupported_media_type" aria-label="Permalink to &quot;unsupported\\_media\\_type&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/unsupported_media_type.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>not <code>application/json</code>, not UTF-8, or compressed</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/unsupported_media_type.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unsupported_media_type = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unsupported_media_type as default
};
