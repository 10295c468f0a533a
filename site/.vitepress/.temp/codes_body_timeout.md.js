import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"body_timeout","description":"the body took too long.","frontmatter":{"title":"body_timeout","description":"the body took too long.","code":"body_timeout","prev":false,"next":false},"headers":[],"relativePath":"codes/body_timeout.md","filePath":"codes/body_timeout.md"}');
const _sfc_main = { name: "codes/body_timeout.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="body_timeout" tabindex="-1">body_timeout <a class="header-anchor" href="#body_timeout" aria-label="Permalink to &quot;body\\_timeout&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/body_timeout.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>the body took too long</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/body_timeout.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const body_timeout = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  body_timeout as default
};
