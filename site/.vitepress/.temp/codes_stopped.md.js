import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"stopped","description":"the source was stopped.","frontmatter":{"title":"stopped","description":"the source was stopped.","code":"stopped","prev":false,"next":false},"headers":[],"relativePath":"codes/stopped.md","filePath":"codes/stopped.md"}');
const _sfc_main = { name: "codes/stopped.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="stopped" tabindex="-1">stopped <a class="header-anchor" href="#stopped" aria-label="Permalink to &quot;stopped&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/stopped.html">中文</a></p><h2 id="the-client-in-the-app-gets-no-ticket" tabindex="-1">The client in the app gets no ticket <a class="header-anchor" href="#the-client-in-the-app-gets-no-ticket" aria-label="Permalink to &quot;The client in the app gets no ticket&quot;">​</a></h2><p>the source was stopped</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/stopped.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const stopped = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  stopped as default
};
