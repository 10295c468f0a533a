import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"network","description":"无法连接，或者被 CORS 拦截：请在服务端允许该页面的来源.","frontmatter":{"title":"network","description":"无法连接，或者被 CORS 拦截：请在服务端允许该页面的来源.","code":"network","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/network.md","filePath":"zh/codes/network.md"}');
const _sfc_main = { name: "zh/codes/network.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="network" tabindex="-1">network <a class="header-anchor" href="#network" aria-label="Permalink to &quot;network&quot;">​</a></h1><p><a href="/usersig/codes/network.html">English</a> · <strong>中文</strong></p><h2 id="客户端没有得到票据" tabindex="-1">客户端没有得到票据 <a class="header-anchor" href="#客户端没有得到票据" aria-label="Permalink to &quot;客户端没有得到票据&quot;">​</a></h2><p>无法连接，或者被 CORS 拦截：请在服务端允许该页面的来源</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/network.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const network = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  network as default
};
